import { halfHourOf, halfHours } from './half-hours.ts'
import type { PastDay } from './past-day.ts'
import { ServicePast } from './service-past.ts'
import { walkDay } from './walk-day.ts'

/** One service's day by half hour: tickets and waits by issue, calls and turns by call. Minutes. */
export interface DaySums {
  readonly tickets: number[]
  readonly waits: number[]
  readonly calls: number[]
  readonly turns: number[]
}

/** The key of the whole hall among its services. */
export const wholeHall = ''

export function daySums(day: PastDay): Map<string, DaySums> {
  const sums = new Map([[wholeHall, none()]])
  const pasts = new Map<string, ServicePast>()
  const of = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    let value = map.get(key)
    if (!value) map.set(key, (value = make()))
    return value
  }
  walkDay(day, {
    issued({ service, ticket, issued }) {
      of(pasts, service, () => new ServicePast()).issued(ticket, issued)
    },
    called({ service, ticket, issued }, at) {
      const { wait, turn } = pasts.get(service)!.called(ticket, at)!
      for (const own of [of(sums, service, none), sums.get(wholeHall)!]) {
        own.tickets[halfHourOf(issued)]! += 1
        own.waits[halfHourOf(issued)]! += wait
        own.calls[halfHourOf(at)]! += 1
        own.turns[halfHourOf(at)]! += turn
      }
    },
    left: ({ service, ticket }) => pasts.get(service)?.left(ticket),
  })
  return sums
}

function none(): DaySums {
  const zeros = () => Array.from({ length: halfHours }, () => 0)
  return { tickets: zeros(), waits: zeros(), calls: zeros(), turns: zeros() }
}
