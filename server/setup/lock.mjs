import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from './processes.mjs'

/**
 * Runs `work` while no other process does the same for this folder. The lock stands outside the project, since
 * both the install and the build empty the folders they fill.
 * @param {'install' | 'build'} name
 * @param {() => Promise<void>} work
 */
export async function withLock(name, work) {
  const folder = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const file = join(tmpdir(), `eile-${name}-${folder}.lock`)
  for (let told = false; !take(file); told = true) {
    if (!told)
      console.error(`Waiting for another ${name} of this folder to end. If there is none, delete ${file}`)
    await delay(250)
  }
  try {
    await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (holderIsGone(file)) rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
function holderIsGone(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
