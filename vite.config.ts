import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

import { compiledMessages } from './shared/messages/compile.ts'

/** Pages that are looked at as they stand. */
const stills = [
  'access-desk',
  'access-public',
  'access-staff',
  'dark',
  'fits',
  'keyboard-public',
  'lithuanian-first',
  'look',
  'pictures-kept',
  'reflow',
  'weight',
].map((name) => `tests/browser/${name}.test.ts`)
const inBrowser = {
  include: ['tests/browser/**/*.test.ts'],
  globalSetup: 'tests/setup/built-pages.ts',
  testTimeout: 120_000,
  hookTimeout: 60_000,
}

const inNode = ['rules', 'database', 'realtime', 'printing', 'setup']

/** What nearly all pages show and say; the line, with its large socket, comes to phones later, and they are never paired. */
const onEveryPage =
  /\/shared\/(ui|messages)\/(?!look|line|need|Notice|Dialog|page-hidden|send|public|kiosk|paper|phone|screen|staff|report|opening|missing|notes|summary|Qr|pair|Pair|device-token|unpaired|load-anew|post-json)|@lucide\/svelte\/dist\/(Icon|utils)|\/internal\/flags\//
/** Of SvelteKit what keeps no state: the rest reads what the page was given, and must not run before it is there. */
const stateless = /\/kit\/src\/(messages|exports\/internal|utils)\//
/** Of a ticket’s state: with more of the icons that staff see, phones would be sent those too. */
const phoneIcons = /icons\/(bell-ring|circle-pause|circle-x|clock|user-round-check)\.svelte/
const icons = /@lucide\/svelte\/dist\/icons\/|\/shared\/ui\/need-icons/

export default defineConfig({
  plugins: [
    compiledMessages(),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      // The server announces the build it serves, and a page of another build loads itself anew: no polling.
      version: { name: process.env.EILE_BUILD_ID ?? 'dev', pollInterval: 0 },
      // One page can then stand in for another at whatever depth, as it does when the server is down.
      paths: { relative: false },
      files: { src: 'server', assets: 'shared/static', serviceWorker: 'kiosk/service-worker' },
    }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Few files: each is compressed by itself, and to ask for one takes a slow machine long, however small it is.
            codeSplitting: {
              groups: [
                { name: 'shared', test: onEveryPage, minShareCount: 3 },
                { name: 'kit', test: stateless, minShareCount: 2 },
                { name: 'phone-icons', test: phoneIcons },
                // By the pages that show them, with the few together that would make a file of their own.
                {
                  name: 'icons',
                  test: icons,
                  minShareCount: 2,
                  entriesAware: true,
                  entriesAwareMergeThreshold: 800,
                },
              ],
            },
          },
        },
      },
    },
  },
  test: {
    // Left to itself vitest uses one of two cores.
    maxWorkers: '100%',
    // Of what is not slow by itself: the other core may be busy with something that is.
    testTimeout: 20_000,
    projects: [
      ...inNode.map((name) => ({
        test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node' as const },
      })),
      {
        // Without the browser's condition Svelte gives its server's half, in which no effect ever runs.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'surfaces',
          include: ['tests/surfaces/**/*.test.ts'],
          setupFiles: 'tests/surfaces/every-language.ts',
          environment: 'jsdom',
        },
      },
      // Pages that run on beside each other have timers: those that are waited for are not to be starved by others.
      {
        test: {
          ...inBrowser,
          name: 'browser',
          exclude: stills,
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
      { test: { ...inBrowser, name: 'stills', include: stills, sequence: { groupOrder: 2 } } },
    ],
  },
})
