import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('a fresh clone is installed, built and served by npm start alone, and the second start needs neither', async () => {
  const folder = cloneOfProject()

  const first = await start(folder)
  expect(first.errors()).toContain('Installing the packages')
  expect(first.errors()).toContain('Building the pages')
  await expectPages(first.url)
  await first.stop()

  const second = await start(folder)
  expect(second.errors()).not.toMatch(/Installing|Building/)
  await expectPages(second.url)
  await second.stop()
}, 600_000)

/** What is committed, and what is changed since in the files that git knows. */
function cloneOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eile-fresh-clone-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  execFileSync('git', ['clone', '--quiet', root, folder])
  const changes = execFileSync('git', ['diff', '--binary', 'HEAD'], { cwd: root, maxBuffer: 2 ** 28 })
  if (changes.length > 0)
    execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: folder, input: changes })
  return folder
}

async function start(folder: string) {
  const npm = spawn('npm', ['start'], { cwd: folder, env: machineEnvironment() })
  onTestFinished(() => void npm.kill())
  const errors = collected(npm, 'stderr')
  const output = collected(npm, 'stdout')
  return {
    errors,
    url: await servedUrl(npm, output, errors),
    /** Resolves when the last process that holds the script's output has ended: npm, its shell and the server. */
    stop: async () => {
      const closed = once(npm, 'close')
      npm.kill('SIGTERM')
      await closed
    },
  }
}

/** The environment of somebody who has just opened a terminal: the machine's own Node, and no settings. */
function machineEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(NODE_ENV|NODE_OPTIONS|VITEST.*|npm_lifecycle_.*|HOST|DATA_DIR|PUBLIC_URL)$/
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
  const path = (env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  return { ...env, PATH: path.join(delimiter), PORT: '0', npm_config_prefer_offline: 'true' }
}

function collected(process: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = ''
  process[stream]?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return () => text
}

function servedUrl(npm: ChildProcess, output: () => string, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    npm.stdout?.on('data', () => {
      const url = /^Eilė is served at (\S+)$/m.exec(output())?.[1]
      if (url !== undefined) resolve(url)
    })
    npm.on('close', () => reject(new Error(`npm start ended before it served:\n${output()}\n${errors()}`)))
  })
}

async function expectPages(url: string): Promise<void> {
  const page = await fetch(url)
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html).toContain('<html lang="lt">')
  const script = /href="([^"]+\.js)"/.exec(html)?.[1]
  expect((await fetch(new URL(script ?? 'no script in the page', page.url))).status).toBe(200)
}
