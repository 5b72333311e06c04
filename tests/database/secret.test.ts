import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { readSecret } from '#server/secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eile-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the secret is made once and is for the owner only', () => {
  const data = join(folder, 'data')
  const made = readSecret(data, randomBytes)
  expect(Buffer.from(made, 'base64url')).toHaveLength(32)
  expect(readSecret(data, () => Buffer.alloc(32))).toBe(made)
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
  expect(statSync(data).mode & 0o777).toBe(0o700)
})

test('a file that holds no secret is refused and not written over', () => {
  writeFileSync(join(folder, 'secret'), '\n')
  expect(() => readSecret(folder, randomBytes)).toThrow(/holds no secret/)
  expect(statSync(join(folder, 'secret')).size).toBe(1)
})
