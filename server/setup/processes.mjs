import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder: every command of the set-up runs there. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The pinned Node, once the packages are installed. */
export const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** What went wrong and what to do, for the person who started the script. */
export class SetupError extends Error {}

/**
 * The script behind a package's command, to be run by the pinned Node.
 * @param {string} name
 * @param {string} from the package that brings it
 */
export function tool(name, from = name) {
  const folder = join(root, 'node_modules', from)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}

/**
 * Runs a step of the set-up and gives its exit code and what it wrote on stderr. All that it prints goes to
 * stderr, so that stdout is the script's own.
 * @param {string[]} command
 * @param {Record<string, string>} env
 */
export async function runStep(command, env = {}) {
  const child = start(command, env, ['ignore', 2, 'pipe'])
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += chunk
    process.stderr.write(chunk)
  })
  return { code: await exitCode(child), errors }
}

/**
 * Runs the script itself, with this process's own terminal, and gives its exit code.
 * @param {string[]} command
 * @param {Record<string, string>} env
 */
export function runScript(command, env = {}) {
  return exitCode(start(command, env, 'inherit'))
}

/**
 * Whether a program can be started at all: being there is not enough for a file of another system.
 * @param {string} path
 */
export function runs(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @param {import('node:child_process').StdioOptions} stdio
 */
function start([file = '', ...args], env, stdio) {
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && file === 'npm'
  return spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio, shell })
}

/**
 * Waits for a process, passing on the signals that reach this one. A process that a signal ended counts as 128
 * and the signal's number, as in a shell.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCode(child) {
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    // Ctrl-C reaches the whole foreground group by itself: passing it on would send it twice.
    if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  const watch = process.env.npm_lifecycle_event ? endWithParent(child) : undefined
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM'])
    })
  })
}

/**
 * npm passes a signal to the shell it started and no further, so that shell's end is the only sign of it here.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithParent(child) {
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 250)
}
