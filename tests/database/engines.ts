import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'

import { addHall } from '#server/db/halls.ts'
import { migrate } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import type { Database } from '#server/db/schema.ts'

/** Every test of the database runs on both, so that nothing ties us to one. */
export const engines = {
  SQLite: () => openSqlite(':memory:'),
  PGlite: () => new Kysely<Database>({ dialect: new PGliteDialect({ pglite: new PGlite() }) }),
} as const

/** Children before parents. */
const tables = [
  [
    'notes',
    'notices',
    'visits',
    'legs',
    'promises',
    'tickets',
    'shifts',
    'answers',
    'events',
    'devices',
    'role_rights',
    'staff_roles',
  ],
  ['session', 'account', 'user', 'sign_in_attempts', 'halls'],
] as const

/** Runs tests on each engine, each test on empty tables and one hall, `vilnius`. An engine starts once a file. */
export function onEachEngine(tests: (open: () => Kysely<Database>) => void): void {
  // Passwords are hashed slowly on purpose, which on a busy machine adds up.
  describe.each(Object.entries(engines))('on %s', { timeout: 20_000 }, (_name, start) => {
    let db: Kysely<Database>
    beforeAll(async () => {
      db = start()
      await migrate(db)
    }, 30_000)
    beforeEach(async () => {
      for (const table of tables.flat()) await db.deleteFrom(table).execute()
      await addHall(db, { id: 'vilnius', createdAt: 1_000 })
    })
    afterAll(async () => await db.destroy())
    tests(() => db)
  })
}
