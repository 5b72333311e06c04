import type { Transaction } from 'kysely'

import type { HallEvent } from '#shared/queue/event.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { isKept } from '#shared/queue/promise.ts'
import { firstCallOf, isLiving } from '#shared/queue/ticket.ts'

import { addPromises, changePromise, type PromiseChange } from './db/promises.ts'
import type { Database, PromiseRow } from './db/schema.ts'
import type { Happened } from './projection.ts'

/** Writes what visitors were promised, and what came of it. */
export async function projectPromises(
  trx: Transaction<Database>,
  hallId: string,
  happened: readonly Happened[],
): Promise<void> {
  await addPromises(
    trx,
    happened.flatMap((one) => toPromiseRow(hallId, one) ?? []),
  )
  for (const one of happened) {
    const change = changeOf(one)
    if (change) await changePromise(trx, one.ticket!.id, change)
  }
}

/** How many wait for the service of a ticket that is about to be given. */
export function waitingBefore(hall: Hall, event: HallEvent): number | null {
  if (event.type !== 'ticket:issued') return null
  let waiting = 0
  for (const { state, service } of hall.tickets.values())
    if (state === 'waiting' && service === event.service) waiting += 1
  return waiting
}

function toPromiseRow(hallId: string, { event, day, waiting }: Happened): PromiseRow | null {
  if (event.type !== 'ticket:issued' || !event.promised || day === null) return null
  return {
    ticket_id: event.ticket,
    hall_id: hallId,
    day,
    service: event.service,
    issued_at: event.at,
    low_minutes: event.promised.low,
    high_minutes: event.promised.high,
    waiting_at_issue: waiting ?? 0,
    called_at: null,
    outcome: null,
  }
}

/**
 * The first call settles a promise, an end without one leaves it behind. A call that is taken back opens it again, and so
 * does a ticket that comes back to its old place; one that goes to the queue's end was promised nothing there.
 */
function changeOf({ event, ticket }: Happened): PromiseChange | null {
  if (ticket && event.type === 'ticket:returned' && event.place === 'end')
    return { from: 'open', called_at: null, outcome: 'gone' }
  if (!ticket?.promised) return null
  const called = firstCallOf(ticket)
  if (event.type === 'ticket:called' && called === event.at) {
    return { from: 'open', called_at: called, outcome: isKept(ticket.promised, called - ticket.issuedAt) }
  }
  if (called !== null) return null
  if (!isLiving(ticket)) return { from: 'open', called_at: null, outcome: 'gone' }
  if (event.type === 'step:undone') return { from: 'called', called_at: null, outcome: null }
  const isBack = event.type === 'ticket:restored' && event.place === 'own'
  return isBack ? { from: 'gone', called_at: null, outcome: null } : null
}
