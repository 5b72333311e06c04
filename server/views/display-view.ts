import type { DisplayView } from '#shared/protocol/views.ts'
import { waitingByService } from '#shared/queue/ahead.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { isAtCounter, type TicketAtCounter } from '#shared/queue/ticket.ts'

import { hallFacts } from './hall-facts.ts'

const mostCalls = 20

/** What the whole hall sees: numbers, never a person. */
export function displayView(hall: Hall, config: HallConfig, now: number): DisplayView {
  const waiting = waitingByService(hall)
  const atCounters = [...hall.tickets.values()].filter(isAtCounter)
  return {
    audience: 'display',
    hall: hallFacts(hall, config, now),
    calls: atCounters
      .sort(
        (a, b) =>
          Number(a.state === 'serving') - Number(b.state === 'serving') ||
          calledAt(b) - calledAt(a) ||
          b.changed - a.changed,
      )
      .slice(0, mostCalls)
      .flatMap((ticket) => {
        const counter = config.counters.find(({ id }) => id === ticket.counter)
        if (!counter) return []
        const { label, state } = ticket
        const { zone, direction } = counter
        return [{ label, counter: counter.label, zone, direction, at: calledAt(ticket), state }]
      }),
    waiting: config.services
      .filter(({ series }) => series !== null)
      .map(({ id, name }) => ({
        service: id,
        name,
        waiting: waiting.get(id) ?? 0,
        paused: hall.paused.get(id) ?? null,
      })),
    waitingInAll: [...waiting.values()].reduce((sum, count) => sum + count, 0),
    countersOpen: [...hall.shifts.values()].filter(({ pause }) => pause === null).length,
  }
}

/** When a ticket was last called to the counter at which it is. */
function calledAt(ticket: TicketAtCounter): number {
  return ticket.state === 'called' ? ticket.lastCallAt : (ticket.calledAt ?? ticket.partAt)
}
