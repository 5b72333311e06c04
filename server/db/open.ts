import SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'

import type { Database } from './schema.ts'
import { HallSqliteDialect } from './sqlite-dialect.ts'
import { withStatementCache } from './statement-cache.ts'

/**
 * As SQLite reads them back. `synchronous` 2 is FULL: a commit that was answered survives a power cut. The log is folded
 * into the file every 10,000 pages (40 MB) and not every 1,000, which a busy hall writes in a fraction of a second; the
 * cache of 16 MB holds the pages that a day keeps writing to.
 */
export const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  wal_autocheckpoint: 10_000,
  cache_size: -16_000,
} as const

/**
 * Opens a hall's SQLite file and makes it if it is not there; `:memory:` for tests. Its tables are made by `migrate`.
 * Throws if the file cannot be opened or does not take the settings that the promises to a visitor rest on.
 */
export function openSqlite(path: string): Kysely<Database> {
  const database = new SQLite(path)
  try {
    for (const [name, value] of Object.entries(pragmas)) database.pragma(`${name} = ${value}`)
    assertPragmas(path, (name) => database.pragma(name, { simple: true }))
  } catch (error) {
    database.close()
    throw error
  }
  return new Kysely<Database>({ dialect: new HallSqliteDialect({ database: withStatementCache(database) }) })
}

/** Throws if a setting is not as it must be. A database in memory has no journal to write ahead. */
export function assertPragmas(path: string, read: (name: string) => unknown): void {
  for (const [name, wanted] of Object.entries(pragmas)) {
    const expected = path === ':memory:' && name === 'journal_mode' ? 'memory' : wanted
    const found = read(name)
    if (found !== expected) {
      throw new Error(
        `SQLite refused ${name} = ${expected} for ${path}: it is ${found}. Is the disk a local one?`,
      )
    }
  }
}
