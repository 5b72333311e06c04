import type { Kysely } from 'kysely'

import type { Database } from '#server/db/schema.ts'
import type { Promised } from '#shared/queue/promise.ts'

import { noon, staffedHall, type TestHall } from './test-hall.ts'

/** A hall with its counters open that promises visitors of all services the same, or nothing. */
export async function promisingHall(
  db: Kysely<Database>,
): Promise<TestHall & { promise(promised: Promised | null): void }> {
  const clock = { ms: noon }
  let said: Promised | null = { low: 5, high: 10 }
  const newcomer = () => ({ low: 0, mid: 0, high: 0, promised: said, visitMs: 1, gapMs: 1 })
  const hall = await staffedHall(db, clock, () => ({
    at: clock.ms,
    tickets: new Map(),
    services: new Map(['information', 'payments', 'documents'].map((id) => [id, newcomer()])),
  }))
  return { ...hall, promise: (promised) => (said = promised) }
}
