import { startOfDay } from '../calendar.ts'
import type { Candidate } from '../candidate.ts'
import type { HallConfig, Service } from '../config.ts'
import { visitorAt, type Hall, type Shift } from '../hall.ts'
import { orderOf } from '../order.ts'
import { seatOf } from '../seat.ts'
import { servedMsAt, type TicketAtCounter } from '../ticket.ts'
import { candidatesOf } from '../waiting.ts'
import { arrivalRate, halfHours, lawAt, lawOfService, missingOf, type Pace } from './pace.ts'
import type { ServiceLaw } from './service-law.ts'
import type { Flow, TwinInput, TwinSeat } from './twin-input.ts'

const halfHourMs = 1_800_000
/** From the call to the beginning of a visit. */
const walkMs = 30_000
/** How many tickets the day's own number weighs against what past days say. */
const weightOfPast = 60

/** The twin of a hall as it stands, or null if it has no day open. */
export function twinOf(hall: Hall, pace: Pace, now: number): TwinInput | null {
  const { config, day } = hall
  if (!config || !day) return null
  const services = config.services.filter(({ series }) => series !== null)
  const laws = new Map(
    services.map(({ id, information }) => [id, lawOfService(pace, id, information.minutes)]),
  )
  return {
    now,
    order: orderOf(config, hall.turn),
    seats: [...hall.shifts.values()].map((shift) => seatIn(hall, config, shift, pace, laws, now)),
    waiting: candidatesOf(hall).map(bare),
    services: services.map(({ id }) => id),
    ...flowsOf(hall, config, services, pace, now),
    booked: [],
    missing: missingOf(pace),
    walkMs,
  }
}

/** Without what the order does not look at: there may be many, and they are sent to another thread. */
function bare(candidate: Candidate): Candidate {
  const { service, since, queuedAt, order, slot, bound, boundAt, back, speakers, overtaken } = candidate
  const { rule } = overtaken
  return {
    ...{ service, class: candidate.class, since, queuedAt, order, slot, bound, boundAt, back, speakers },
    overtaken: { rule },
  }
}

function seatIn(
  hall: Hall,
  config: HallConfig,
  shift: Shift,
  pace: Pace,
  ofServices: ReadonlyMap<string, ServiceLaw>,
  now: number,
): TwinSeat {
  const seat = seatOf(config, shift)
  const visitor = visitorAt(hall, shift.counter)
  return {
    seat,
    busy: visitor && { service: visitor.service, since: since(visitor, now) },
    from: 0,
    pausedSince: shift.pause?.since ?? null,
    breaks: [],
    laws: new Map([...ofServices].map(([id, law]) => [id, lawAt(pace, id, shift.counter, law)])),
  }
}

/** When a visitor was called, or must have been to have been served so long. */
function since(visitor: TicketAtCounter, now: number): number {
  return visitor.state === 'called' ? visitor.lastCallAt : now - servedMsAt(visitor, now) - walkMs
}

/** Who will come until the hall closes: as on past days, and as many more or fewer as today so far. */
function flowsOf(
  hall: Hall,
  config: HallConfig,
  services: readonly Service[],
  pace: Pace,
  now: number,
): Pick<TwinInput, 'flows' | 'flowSd'> {
  const { date, open } = hall.day!
  const midnight = startOfDay(date, config.timeZone)
  const closes = Math.max(0, ...open.map(({ to }) => to))
  const current = Math.floor((now - midnight) / halfHourMs)
  const rate = (id: string, halfHour: number) => arrivalRate(pace, id, halfHour) ?? 0
  let expected = 0
  let came = 0
  for (const { id } of services) {
    came += hall.issued.get(id) ?? 0
    for (let halfHour = 0; halfHour <= current && halfHour < halfHours; halfHour += 1) {
      const part = halfHour < current ? 1 : (now - midnight) / halfHourMs - current
      expected += rate(id, halfHour) * halfHourMs * part
    }
  }
  const factor = (came + weightOfPast) / (expected + weightOfPast)
  const flows = services.map(({ id }): Flow => {
    const rates: number[] = []
    for (let halfHour = current; halfHour < halfHours; halfHour += 1) {
      const isOpen = midnight + halfHour * halfHourMs < closes
      rates.push(isOpen ? rate(id, halfHour) * factor : 0)
    }
    const from = midnight + current * halfHourMs
    return { service: id, class: 'ordinary', from, stepMs: halfHourMs, rates }
  })
  return { flows, flowSd: 1 / Math.sqrt(expected + weightOfPast) }
}
