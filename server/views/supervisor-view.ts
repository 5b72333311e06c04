import type { SupervisorView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { seatOf } from '#shared/queue/seat.ts'
import { isAtCounter, type TicketAtCounter } from '#shared/queue/ticket.ts'

import type { DeskHall } from './desk-hall.ts'
import type { DeskPerson } from './desk-view.ts'
import { longestWait, oldestWait } from './longest-wait.ts'

type WatchedService = SupervisorView['services'][number]
type WatchedCounter = SupervisorView['counters'][number]

/** What a supervisor has to see in seconds: each service in a line, each counter, and what is wrong. */
export function supervisorView(
  all: DeskHall,
  me: DeskPerson,
  devices: SupervisorView['devices'],
): SupervisorView {
  const { hall, config } = all
  const waiting = all.waiting()
  const queues = Map.groupBy(waiting, ({ service }) => service)
  const serving = countersByService(hall, config)
  return {
    audience: 'supervisor',
    hall: all.facts,
    me: { ...me, rights: [...me.rights] },
    waitingInAll: waiting.length,
    alerts: config.alerts,
    services: all.services.map((service) => {
      const queue = queues.get(service.id) ?? []
      const longest = longestWait(all, queue)
      return {
        ...service,
        longest,
        oldest: oldestWait(queue, longest),
        counters: serving.get(service.id) ?? { open: 0, able: 0 },
      }
    }),
    profiles: all.profiles,
    counters: countersOf(all),
    devices,
    assistance: all.assistance,
    help: all.help,
  }
}

/** A closed counter could be opened with the profile that was set for it, else its own. */
function countersByService(hall: Hall, config: HallConfig): Map<string, WatchedService['counters']> {
  const counts = new Map<string, WatchedService['counters']>()
  for (const { id, profile } of config.counters) {
    const shift = hall.shifts.get(id)
    const opensWith = hall.profiles.get(id)?.profile ?? profile
    const own = config.profiles.find((one) => one.id === opensWith)
    const { first, fallback } = shift ? seatOf(config, shift) : { first: own?.first, fallback: own?.fallback }
    const isOpen = shift !== undefined && !shift.pause
    for (const service of new Set([...(first ?? []), ...(fallback ?? [])])) {
      const { open, able } = counts.get(service) ?? { open: 0, able: 0 }
      counts.set(service, { open: open + (isOpen ? 1 : 0), able: able + 1 })
    }
  }
  return counts
}

function countersOf({ hall, config, counters }: DeskHall): WatchedCounter[] {
  const visitors = new Map<string, TicketAtCounter>()
  for (const ticket of hall.tickets.values()) if (isAtCounter(ticket)) visitors.set(ticket.counter, ticket)
  return counters.map(({ id, label, profile, clerk }) => {
    const shift = hall.shifts.get(id)
    const visitor = visitors.get(id)
    const set = hall.profiles.get(id)
    const facts = {
      ...{ id, label, clerk, pause: null, visitor: null },
      profile: set?.profile ?? profile,
      profileUntil: set?.until ?? null,
    }
    if (!shift) return { ...facts, state: 'closed', since: null }
    const working = { ...facts, profile: seatOf(config, shift).profile ?? profile }
    if (visitor) {
      const { id: ticket, label: number, service, state } = visitor
      return {
        ...working,
        state,
        since: visitor.state === 'called' ? visitor.lastCallAt : visitor.partAt,
        visitor: {
          id: ticket,
          label: number,
          service,
          paused: visitor.state === 'serving' && visitor.paused,
        },
      }
    }
    if (shift.pause)
      return { ...working, state: 'paused', since: shift.pause.since, pause: shift.pause.reason }
    return { ...working, state: 'free', since: shift.freeSince }
  })
}
