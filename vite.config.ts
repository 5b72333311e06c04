import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

const inNode = ['rules', 'database', 'realtime', 'printing', 'setup']

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      // The server announces the build it serves, and a page of another build loads itself anew: no polling.
      version: { name: process.env.EILE_BUILD_ID ?? 'dev', pollInterval: 0 },
      files: { src: 'server', assets: 'shared/static' },
    }),
  ],
  test: {
    projects: [
      ...inNode.map((name) => ({
        test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node' as const },
      })),
      {
        // Without the browser's condition Svelte gives its server's half, in which no effect ever runs.
        resolve: { conditions: ['browser'] },
        test: { name: 'surfaces', include: ['tests/surfaces/**/*.test.ts'], environment: 'jsdom' },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/setup/built-pages.ts',
          // One page's timers are not to starve another's: after the rest, and one file after another.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
