import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { RandomBytes } from './tokens.ts'

/**
 * The secret that session cookies are signed with, from `secret` in the data folder; made at the first start, to be
 * read by the owner of the process only. Throws if the file is there and holds no secret.
 */
export function readSecret(dataDir: string, random: RandomBytes): string {
  const path = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    // `wx` refuses an existing file, so that of two processes that start at once one makes it and both read it.
    writeFileSync(path, random(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 32) {
    throw new Error(
      `${path} holds no secret. Delete it to have a new one made; all staff must then sign in again.`,
    )
  }
  return secret
}
