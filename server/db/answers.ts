import { sql, type Kysely, type Transaction } from 'kysely'

import { inBatches } from './batches.ts'
import { compiledOnce } from './compiled-once.ts'
import type { AnswerRow, Database } from './schema.ts'

export interface CommandKey {
  readonly sender: string
  readonly commandId: string
}

const insert = compiledOnce<AnswerRow>((trx, rows) => trx.insertInto('answers').values(rows))

/** Keeps the answers of accepted commands. Throws if one is kept already: a command happens once. */
export async function keepAnswers(trx: Transaction<Database>, rows: readonly AnswerRow[]): Promise<void> {
  for (const batch of inBatches(rows)) await trx.executeQuery(insert(trx, batch))
}

/** Those of the commands that were accepted before, in no order. */
export async function findAnswers(
  db: Kysely<Database>,
  hallId: string,
  keys: readonly CommandKey[],
): Promise<AnswerRow[]> {
  const found: AnswerRow[] = []
  for (const batch of inBatches(keys)) {
    // SQLite takes pairs only as rows of VALUES, and PostgreSQL takes those too.
    const pairs = sql.join(batch.map(({ sender, commandId }) => sql`(${sender}, ${commandId})`))
    const rows = await db
      .selectFrom('answers')
      .selectAll()
      .where('hall_id', '=', hallId)
      .where(sql<boolean>`(sender, command_id) in (values ${pairs})`)
      .execute()
    found.push(...rows)
  }
  return found
}

/** Returns how many were deleted. */
export async function deleteAnswersBefore(db: Kysely<Database>, at: number): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('answers').where('at', '<', at).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
