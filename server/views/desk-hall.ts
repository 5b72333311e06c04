import type { DeskView } from '#shared/protocol/views.ts'
import { waitingByService } from '#shared/queue/ahead.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { lastTickets } from '#shared/queue/cut-off.ts'
import { relied } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { whyNotIssued } from '#shared/queue/issuing.ts'
import { isAtCounter, type MissedTicket, type ParkedTicket } from '#shared/queue/ticket.ts'

import { zoneName } from '../zone-name.ts'
import { counterState } from './at-counter.ts'
import type { DeskMoment } from './desk-moment.ts'
import { hallFacts } from './hall-facts.ts'

/** What all desks of a hall have in common at one moment, worked out once for all of them. */
export interface DeskHall extends DeskMoment {
  readonly facts: DeskView['hall']
  readonly services: readonly Omit<DeskView['services'][number], 'mine'>[]
  readonly assistance: DeskView['assistance']
  readonly help: DeskView['help']
  readonly profiles: DeskView['profiles']
  readonly counters: DeskView['counters']
  /** By ticket: the counter that is offered it. */
  readonly offeredTo: ReadonlyMap<string, string>
  /** Nearest to the end of their term first. */
  readonly parked: readonly ParkedTicket[]
  readonly missed: readonly MissedTicket[]
}

export function deskHall(
  moment: DeskMoment,
  staffNames: ReadonlyMap<string, string>,
  deviceNames: ReadonlyMap<string, string>,
): DeskHall {
  const { hall, config, forecast, now } = moment
  const perService = waitingByService(hall)
  const living = [...hall.tickets.values()]
  const byTerm = (a: { until: number }, b: { until: number }) => a.until - b.until
  return {
    ...moment,
    facts: hallFacts(hall, config, now),
    services: config.services
      .filter(({ series }) => series !== null)
      .map((service) => ({
        id: service.id,
        name: service.name,
        waiting: perService.get(service.id) ?? 0,
        closed: whyNotIssued(hall, service, forecast, now)?.code ?? null,
        paused: hall.paused.get(service.id)?.reason ?? null,
        pausedUntil: hall.paused.get(service.id)?.until ?? null,
        promised: relied(forecast, now)?.services.get(service.id)?.promised ?? null,
        lastTickets: lastTickets(hall, service, forecast, now),
      })),
    assistance: [...hall.assistance]
      .filter(([, { coming }]) => !coming)
      .map(([kiosk, { since }]) => ({ kiosk, name: deviceNames.get(kiosk) ?? '', since })),
    help: [...hall.help].map(([counter, { since, clerk, coming }]) => ({
      counter,
      label: config.counters.find(({ id }) => id === counter)?.label ?? '',
      name: staffNames.get(clerk) ?? '',
      since,
      coming: coming === null ? null : (staffNames.get(coming) ?? ''),
    })),
    profiles: config.profiles.map(({ id, name }) => ({ id, name })),
    counters: countersOf(hall, config, staffNames),
    offeredTo: new Map([...moment.offers()].map(([counter, { ticket }]) => [ticket.id, counter])),
    parked: living.filter((ticket) => ticket.state === 'parked').sort(byTerm),
    missed: living.filter((ticket) => ticket.state === 'missed').sort(byTerm),
  }
}

function countersOf(
  hall: Hall,
  config: HallConfig,
  staffNames: ReadonlyMap<string, string>,
): DeskView['counters'] {
  const visitors = new Map<string, string>()
  for (const ticket of hall.tickets.values()) {
    if (isAtCounter(ticket)) visitors.set(ticket.counter, ticket.label)
  }
  return config.counters.map(({ id, label, zone, profile }) => {
    const shift = hall.shifts.get(id)
    return {
      id,
      label,
      zone: zoneName(config, zone),
      profile,
      state: counterState(shift),
      clerk: shift ? (staffNames.get(shift.clerk) ?? null) : null,
      clerkId: shift?.clerk ?? null,
      backAt: shift?.pause?.until ?? null,
      visitor: visitors.get(id) ?? null,
    }
  })
}
