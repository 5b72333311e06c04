import { SqliteAdapter, type Kysely } from 'kysely'

export type Engine = 'sqlite' | 'postgres'

/** The few places where the two differ ask here. */
export function engineOf<Tables>(db: Kysely<Tables>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
}
