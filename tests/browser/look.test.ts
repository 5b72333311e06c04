import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { expect, onTestFinished, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { violations } from './violations.ts'

const root = join(import.meta.dirname, '../..')
/** Words of the look page, found in it and nowhere else. */
const words = 'Colour to try on'

test('in development, the look page keeps its contrasts and breaks no rule of access, light and dark', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('desk', new URL('/look', await urlInDevelopment()).href)
  // Vite makes the pages while they are asked for.
  await page.locator('main section').first().waitFor({ timeout: 50_000 })
  for (const theme of ['light', 'dark']) {
    await page.getByLabel('Theme').selectOption(theme)
    await page.locator(`[data-theme=${theme}] main [data-holds]`).first().waitFor()
    expect(await page.locator('[data-holds=false]').allInnerTexts()).toEqual([])
    expect(await violations(page), theme).toEqual([])
  }
})

test('what is built has no look page', async () => {
  const hall = await hallInChromium()
  expect((await fetch(`${hall.url}/look`)).status).toBe(404)
  const built = filesIn(join(root, 'build')).filter((path) => readFileSync(path, 'utf8').includes(words))
  expect(built).toEqual([])
  expect(readFileSync(join(root, 'shared/ui/look/LookPage.svelte'), 'utf8')).toContain(words)
})

/** Starts the server as `npm run dev` does, with data of its own. */
async function urlInDevelopment(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'eile-look-'))
  const server = spawn(process.execPath, ['server/main.ts', '--dev'], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  onTestFinished(async () => {
    server.kill()
    await ended
    rmSync(folder, { recursive: true })
  })
  for await (const line of createInterface(server.stdout)) {
    const url = /^Eilė is served at (\S+)/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('The server did not start in development.')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
