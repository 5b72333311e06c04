import { mostCalls } from '#shared/display/most-calls.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import { waitingByService } from '#shared/queue/ahead.ts'
import type { Counter, HallConfig } from '#shared/queue/config.ts'
import { relied, type Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { isAtCounter, type TicketAtCounter } from '#shared/queue/ticket.ts'

import type { Device } from '../devices.ts'
import { showsZone } from '../display-zone.ts'
import type { Notice } from '../notices.ts'
import { zoneName } from '../zone-name.ts'
import { deskBoard } from './desk-board.ts'
import { hallFacts } from './hall-facts.ts'
import { shownNotices } from './shown-notices.ts'
import { standardFacts } from './standard-facts.ts'

/** As many as a strip has room for, and somebody still looks for. */
const mostMissed = 12

/** What a zone of the hall sees, or all of it: numbers, never a person. */
export function displayView(
  hall: Hall,
  config: HallConfig,
  { zone, panel }: Pick<Device, 'zone' | 'panel'>,
  { forecast, notices }: { forecast: Forecast | null; notices: readonly Notice[] },
  now: number,
): DisplayView {
  const counters = config.counters.filter((counter) => showsZone(config, zone, counter.zone))
  const told = servicesAt(hall, config, counters)
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
      .flatMap((ticket) => {
        const counter = counters.find(({ id }) => id === ticket.counter)
        if (!counter) return []
        const { label, state } = ticket
        return [
          {
            label,
            counter: counter.label,
            zone: zoneName(config, counter.zone),
            direction: counter.direction,
            at: calledAt(ticket),
            state,
          },
        ]
      })
      .slice(0, mostCalls),
    waiting: config.services
      .filter(({ id, series }) => series !== null && told(id))
      .map(({ id, name }) => ({
        service: id,
        name,
        waiting: waiting.get(id) ?? 0,
        paused: hall.paused.get(id)?.reason ?? null,
        promised: relied(forecast, now)?.services.get(id)?.promised ?? null,
      })),
    waitingInAll: [...waiting].reduce((sum, [id, count]) => (told(id) ? sum + count : sum), 0),
    missed: missedAt(hall, counters),
    desks: deskBoard(hall, config, counters),
    order: { rule: config.order.rule, mostOvertaken: config.order.mostOvertaken },
    standard: standardFacts(config, told),
    notices: shownNotices(notices, config, zone, now),
    panel,
  }
}

/** Whether a service is one of those that these counters take, of all of them any. */
function servicesAt(
  hall: Hall,
  config: HallConfig,
  counters: readonly Counter[],
): (service: string) => boolean {
  if (counters.length === config.counters.length) return () => true
  const profiles = new Set(counters.flatMap(({ id, profile }) => [profile, hall.shifts.get(id)?.profile]))
  const services = new Set(
    config.profiles
      .filter(({ id }) => profiles.has(id))
      .flatMap(({ first, fallback }) => [...first, ...fallback]),
  )
  return (service) => services.has(service)
}

/** Who was called to one of these counters and did not come, whoever missed it last first. */
function missedAt(hall: Hall, counters: readonly Counter[]): string[] {
  return [...hall.tickets.values()]
    .filter((ticket) => ticket.state === 'missed')
    .filter(({ counter }) => counters.some(({ id }) => id === counter))
    .sort((a, b) => b.missedAt - a.missedAt || b.changed - a.changed)
    .slice(0, mostMissed)
    .map(({ label }) => label)
}

/** When a ticket was last called to the counter at which it is. */
function calledAt(ticket: TicketAtCounter): number {
  return ticket.state === 'called' ? ticket.lastCallAt : (ticket.calledAt ?? ticket.partAt)
}
