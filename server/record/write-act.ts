import type { Kysely } from 'kysely'

import type { ActName, Facts, SubjectKind } from '#shared/protocol/record.ts'
import type { Actor } from '#shared/queue/command.ts'

import { insertAct } from '../db/acts.ts'
import type { Database } from '../db/schema.ts'

export interface ActParts {
  readonly hallId: string
  readonly newId: () => string
  /** Epoch ms. */
  readonly now: () => number
  /** Who does it. */
  readonly by: Actor
}

/** Something done to the hall that is no event. Neither passwords nor tokens, nor their hashes, are facts. */
export interface Act {
  readonly act: ActName
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: string }
  readonly before?: Facts
  readonly after?: Facts
}

/** Writes down what is done, in the transaction that does it. */
export async function writeAct(
  trx: Kysely<Database>,
  { hallId, newId, now, by }: ActParts,
  { act, subject, before, after }: Act,
): Promise<void> {
  await insertAct(trx, {
    id: newId(),
    hall_id: hallId,
    at: now(),
    by_kind: by.kind,
    by_id: by.id,
    act,
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_name: subject.name,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  })
}

/** Does something and writes it down: both or neither. What was refused is no act. */
export async function onRecord<Outcome extends { readonly ok: boolean }>(
  parts: ActParts & { readonly db: Kysely<Database> },
  work: (trx: Kysely<Database>) => Promise<Outcome>,
  actOf: (done: Extract<Outcome, { readonly ok: true }>, trx: Kysely<Database>) => Act | Promise<Act>,
): Promise<Outcome> {
  return await parts.db.transaction().execute(async (trx) => {
    const outcome = await work(trx)
    if (outcome.ok)
      await writeAct(trx, parts, await actOf(outcome as Extract<Outcome, { readonly ok: true }>, trx))
    return outcome
  })
}
