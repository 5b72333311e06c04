import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { appendEvents, eventsAfter, lastRevision } from '#server/db/events.ts'
import { addHall } from '#server/db/halls.ts'
import { migrate } from '#server/db/migrate.ts'
import { assertPragmas, openSqlite } from '#server/db/open.ts'

import { event } from './rows.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eile-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file is opened with the settings that the promises rest on', async () => {
  const db = openSqlite(join(folder, 'hall.db'))
  const read = async (pragma: string) =>
    Object.values((await sql.raw<object>(`pragma ${pragma}`).execute(db)).rows[0]!)
  expect(await read('journal_mode')).toEqual(['wal'])
  expect(await read('synchronous')).toEqual([2])
  expect(await read('foreign_keys')).toEqual([1])
  expect(await read('busy_timeout')).toEqual([5000])
  await db.destroy()
})

test.each([
  ['journal_mode', 'delete'],
  ['synchronous', 1],
  ['foreign_keys', 0],
  ['busy_timeout', 0],
])('a database where %s is %s is refused', (pragma, value) => {
  const good: Record<string, unknown> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
    wal_autocheckpoint: 10_000,
    cache_size: -16_000,
  }
  expect(() => assertPragmas('hall.db', (name) => good[name])).not.toThrow()
  expect(() => assertPragmas('hall.db', (name) => ({ ...good, [pragma]: value })[name])).toThrow(pragma)
})

test('a folder that is not there throws', () => {
  expect(() => openSqlite(join(folder, 'no', 'hall.db'))).toThrow()
})

test('what was committed is there when the file is opened again', async () => {
  const path = join(folder, 'hall.db')
  const before = openSqlite(path)
  await migrate(before)
  await addHall(before, { id: 'vilnius', createdAt: 1 })
  await before.transaction().execute((trx) => appendEvents(trx, [event(1)]))
  await before.destroy()

  const after = openSqlite(path)
  expect(await migrate(after)).toEqual([])
  expect(await eventsAfter(after, 'vilnius', 0, 9)).toEqual([event(1)])
  await after.destroy()
})

test('a transaction holds the write lock from its beginning, so that what it has read stays true', async () => {
  const path = join(folder, 'hall.db')
  const [hall, other] = [openSqlite(path), openSqlite(path)]
  await migrate(hall)
  await addHall(hall, { id: 'vilnius', createdAt: 1 })
  await sql`pragma busy_timeout = 0`.execute(other)

  await hall.transaction().execute(async (trx) => {
    expect(await lastRevision(trx, 'vilnius')).toBe(0)
    const between = other.transaction().execute((theirs) => appendEvents(theirs, [event(1)]))
    await expect(between).rejects.toThrow(/locked/)
    await appendEvents(trx, [event(1)])
  })
  expect(await lastRevision(other, 'vilnius')).toBe(1)
  await Promise.all([hall.destroy(), other.destroy()])
})
