import type { ReceptionView } from '#shared/protocol/views.ts'
import { promisedUntil } from '#shared/queue/lateness.ts'
import { labelOf, nextNumber } from '#shared/queue/number-series.ts'
import { targetMsOf } from '#shared/queue/order.ts'
import type { WaitingTicket } from '#shared/queue/ticket.ts'

import type { DeskHall } from './desk-hall.ts'
import { queuedTicket } from './desk-ticket.ts'

/** So many of the whole hall are listed, and so many of each service; beyond them only the count. */
const listed = 40
const listedOfService = 10

/** What all receptionists of a hall see; `maySeeQueue` lets them see who waits. */
export function receptionView(all: DeskHall, maySeeQueue: boolean): ReceptionView {
  const deadline = (ticket: WaitingTicket) =>
    promisedUntil(ticket) ?? ticket.since + targetMsOf(all.order, ticket)
  const pressing = maySeeQueue ? all.waiting().toSorted((a, b) => deadline(a) - deadline(b)) : []
  return {
    audience: 'reception',
    hall: all.facts,
    services: servicesOf(all),
    counters: all.counters.map(({ id, label, state, clerk, clerkId, backAt }) => {
      return { id, label, state, clerk, clerkId, backAt }
    }),
    waiting: listedOf(pressing).map((ticket) => queuedTicket(all, ticket)),
    mostPressing: Math.min(listed, pressing.length),
    waitingInAll: all.waiting().length,
    missed: maySeeQueue
      ? all.missed.slice(0, listed).map(({ id, label, service, until }) => ({ id, label, service, until }))
      : [],
    assistance: all.assistance,
    help: all.help,
  }
}

/** The first of all, then those who are among the first of their own service: of each service none is left out between. */
function listedOf(pressing: readonly WaitingTicket[]): WaitingTicket[] {
  const counted = new Map<string, number>()
  return pressing.filter(({ service }, place) => {
    const before = counted.get(service) ?? 0
    counted.set(service, before + 1)
    return place < listed || before < listedOfService
  })
}

function servicesOf({ hall, config, services, now }: DeskHall): ReceptionView['services'] {
  const next = new Map(
    config.series.map((series) => {
      const number = nextNumber(hall, series, now)
      return [series.id, number === null ? null : labelOf(series, number)]
    }),
  )
  return services.map(({ id, name, waiting, promised, closed }) => {
    const service = config.services.find((one) => one.id === id)!
    return { id, name, waiting, promised, closed, next: next.get(service.series ?? '') ?? null }
  })
}
