// The one step before every npm script. It is plain JavaScript that any Node from 20 on can run: it installs
// what is missing, and then hands the script to the Node that the lock file pins, since a shell that has once
// found the machine's Node keeps using that one.
import { join } from 'node:path'

import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled, writeTypes } from './install.mjs'
import { node, root, runScript, SetupError, tool } from './processes.mjs'
import { ensureZbar } from './zbar.mjs'

/** Node keeps what it compiled, which makes the next start a third shorter. */
const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') }

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const scripts = {
  async start(args) {
    await ensureBuilt()
    return runScript([node, 'server/main.ts', ...args], compileCache)
  },

  dev: (args) => runScript([node, 'server/main.ts', '--dev', ...args]),

  async test(args) {
    await ensureZbar()
    return runTests(args, { CHROME_PATH: await ensureChromium() })
  },

  async check() {
    await writeTypes()
    const codes = [
      await runScript([node, tool('prettier'), '--check', '.']),
      await runScript([node, tool('eslint'), '--max-warnings=0', '.']),
      await runScript([node, tool('svelte-check'), '--fail-on-warnings']),
      await runScript([node, tool('tsc', 'typescript'), '--project', 'kiosk/service-worker']),
      await runTests(['tests/setup/arrows.test.ts']),
    ]
    return Math.max(...codes)
  },

  format: () => runScript([node, tool('prettier'), '--write', '.']),
  hall: (args) => runScript([node, 'server/cli.ts', ...args]),

  async demo(args) {
    await ensureBuilt()
    return runScript([node, 'tests/demo/demo.ts', ...args], compileCache)
  },

  async 'docs:pictures'() {
    await ensureBuilt()
    await ensureZbar()
    const env = { CHROME_PATH: await ensureChromium() }
    return runScript([node, 'tests/browser/guide-pictures.ts'], env)
  },

  async 'bench:desk'(args) {
    await ensureBuilt()
    const env = { CHROME_PATH: await ensureChromium() }
    return runScript([node, 'tests/bench/desk/desk.ts', ...args], env)
  },

  async 'bench:display'(args) {
    await ensureBuilt()
    const env = { CHROME_PATH: await ensureChromium() }
    return runScript([node, 'tests/bench/display/display.ts', ...args], env)
  },

  'bench:forecast': (args) => runScript([node, 'tests/bench/forecast/forecast.ts', ...args]),

  async 'bench:hall'(args) {
    await ensureBuilt()
    return runScript([node, 'tests/bench/hall.ts', ...args])
  },

  'bench:order': (args) => runScript([node, 'tests/bench/order/order.ts', ...args]),

  async 'bench:web'(args) {
    await ensureBuilt()
    await ensureZbar()
    const env = { CHROME_PATH: await ensureChromium() }
    return runScript([node, 'tests/bench/web.ts', ...args], env)
  },

  tune: (args) => runScript([node, 'tests/bench/order/tune.ts', ...args]),
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function runTests(args, env = {}) {
  return runScript([node, tool('vitest'), 'run', ...args], { NODE_ENV: 'test', ...env })
}

const [name = '', ...args] = process.argv.slice(2)
const script = scripts[name]

try {
  if (!script)
    throw new SetupError(`There is no script "${name}". There are: ${Object.keys(scripts).join(', ')}.`)
  await ensureInstalled()
  process.exitCode = await script(args)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`\n${error.message}`)
  process.exitCode = 1
}
