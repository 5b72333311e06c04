import type { Database as SQLiteFile, Statement } from 'better-sqlite3'

/** Longer ones are inserts of many rows, of which each number of rows makes a text of its own. */
const longest = 4_000
const most = 200

/** A database that prepares each of its short statements once: Kysely asks anew for every query. */
export function withStatementCache(file: SQLiteFile): {
  prepare: (sql: string) => Statement
  close: () => void
} {
  const prepared = new Map<string, Statement>()
  return {
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      const statement = file.prepare(sql)
      if (sql.length <= longest && prepared.size < most) prepared.set(sql, statement)
      return statement
    },
    close: () => void file.close(),
  }
}
