import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { node, root, runs, runStep, SetupError, tool } from './processes.mjs'

// npm empties node_modules before it installs, so a stamp in there can only be that of a finished install.
const stamp = join(root, 'node_modules/.installed')
const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|E\w*TIMEDOUT|ERR_SOCKET_TIMEOUT)\b/

/** Installs exactly what the lock file says, unless that has been done. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock('install', async () => {
    if (!isInstalled()) await install()
  })
}

/** Writes the types of the routes and the base of tsconfig.json, both of which stand in ignored folders. */
export async function writeTypes() {
  const { code } = await runStep([node, tool('svelte-kit', '@sveltejs/kit'), 'sync'])
  if (code !== 0) throw new SetupError('svelte-kit sync failed; its message stands above.')
}

async function install() {
  console.error('Installing the packages of the lock file …')
  const wanted = fingerprint()
  // No install script runs but the one approved here by name, which fetches the pinned Node: npm before 11.16
  // knows no `allowScripts`, and would compile better-sqlite3 although its package brings it compiled.
  await npm('ci', '--ignore-scripts', '--include=dev')
  await npm('rebuild', 'node', '--ignore-scripts=false')
  if (!runs(node)) throw new SetupError(`The pinned Node does not run on this machine: ${node}`)
  await writeTypes()
  writeFileSync(stamp, wanted)
}

function isInstalled() {
  return existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

function fingerprint() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

/** @param {string[]} args */
async function npm(...args) {
  const { code, errors } = await runStep(['npm', ...args, '--loglevel=error', '--no-audit', '--no-fund'])
  if (code === 0) return
  const reason = unreachable.exec(errors)?.[0]
  throw new SetupError(
    reason
      ? `The package registry cannot be reached (${reason}). The first start needs the network; later ones do not.\n` +
          'Connect this machine and run the same command again.'
      : `npm ${args.join(' ')} failed; its message stands above. When that is put right, run the same command again.`,
  )
}
