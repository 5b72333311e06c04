import { type Compilable, CompiledQuery, type DialectAdapter, type Transaction } from 'kysely'

import type { Database } from './schema.ts'

interface Compiled<Row> {
  readonly sql: string
  readonly columns: readonly (keyof Row)[]
}

/**
 * An insert that Kysely compiles once for each number of rows and each database: that takes longer than to carry it out. All
 * rows have the same columns, and a value in each of them.
 */
export function compiledOnce<Row extends object>(
  insert: (trx: Transaction<Database>, rows: readonly Row[]) => Compilable,
): (trx: Transaction<Database>, rows: readonly Row[]) => CompiledQuery {
  const ofDatabase = new WeakMap<DialectAdapter, Map<number, Compiled<Row>>>()
  return (trx, rows) => {
    const { adapter } = trx.getExecutor()
    const known = ofDatabase.get(adapter) ?? new Map<number, Compiled<Row>>()
    ofDatabase.set(adapter, known)
    const found = known.get(rows.length) ?? {
      sql: insert(trx, rows).compile().sql,
      columns: Object.keys(rows[0]!) as (keyof Row)[],
    }
    known.set(rows.length, found)
    const { sql, columns } = found
    // Of what Kysely made of it only the text is kept: the rest holds each value of each row.
    return CompiledQuery.raw(
      sql,
      rows.flatMap((row) => columns.map((column) => row[column])),
    )
  }
}
