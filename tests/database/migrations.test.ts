import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { addHall, findHall } from '#server/db/halls.ts'
import { migrate, migrations } from '#server/db/migrate.ts'
import type { Database } from '#server/db/schema.ts'

import { engines } from './engines.ts'

const names = Object.keys(migrations)
const first = { '0001-queue': migrations['0001-queue']! }

describe.each(Object.entries(engines))('on %s', (_name, start) => {
  let db: Kysely<Database>
  beforeEach(() => {
    db = start()
  })
  afterEach(async () => await db.destroy())

  const tables = async () => (await db.introspection.getTables()).map((table) => table.name).sort()

  test('an old database is brought up to date once and keeps its rows', { timeout: 30_000 }, async () => {
    expect(await migrate(db, first)).toEqual(['0001-queue'])
    await addHall(db, { id: 'vilnius', createdAt: 7 })
    expect(await tables()).not.toContain('devices')

    expect(await migrate(db)).toEqual(names.slice(1))
    expect(await tables()).toContain('devices')
    expect(await findHall(db, 'vilnius')).toMatchObject({ created_at: 7 })
    expect(await migrate(db)).toEqual([])
    expect(await findHall(db, 'vilnius')).toMatchObject({ created_at: 7 })

    // A step that fails takes back all that it and the steps before it did.
    const broken = {
      ...migrations,
      '0998-good': { up: async (steps: Kysely<unknown>) => await steps.schema.dropTable('notes').execute() },
      '0999-bad': { up: async (steps: Kysely<unknown>) => await steps.schema.dropTable('nothing').execute() },
    }
    const before = await tables()
    await expect(migrate(db, broken)).rejects.toThrow(/nothing/)
    expect(await tables()).toEqual(before)
    expect(await migrate(db)).toEqual([])

    // A database of a newer release is left alone.
    await expect(migrate(db, first)).rejects.toThrow(/0002-who/)
  })
})

test('migrations are numbered in the order of the list', () => {
  expect(names).toEqual([...names].sort())
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
})
