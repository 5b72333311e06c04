import type { Candidate } from '../candidate.ts'
import { turnOf } from '../choose-next.ts'
import { openLines } from '../lines.ts'
import { arrivalsOf, type Arrival } from './arrivals.ts'
import { exponential, type Random } from './random.ts'
import { drawRest, drawService, type ServiceLaw } from './service-law.ts'
import { pauseLaw, type TwinInput, type TwinSeat } from './twin-input.ts'

/** As far as the twin looks. */
export const horizonMs = 12 * 3_600_000
const unknownLaw: ServiceLaw = { logMean: Math.log(8 * 60_000), logSd: 0.6 }

/** One that waits in the twin. */
interface TwinTicket extends Candidate {
  readonly overtaken: { rule: number }
  /** Where its call is noted; -1 for one who comes later. */
  readonly measured: number
  /** Who might come now: it takes nobody's turn. */
  readonly isGhost: boolean
}

interface Place {
  readonly at: TwinSeat
  readonly index: number
  readonly breadth: number
  /** When it looks for the next visitor by itself. */
  looks: number
  /** 0 while it is not idle. */
  idleSince: number
  /** How many of its breaks are over or running. */
  breaks: number
}

/**
 * Lets a hall run on by chance until everybody who waits now has been called. Writes into `calls` after how many ms:
 * first those who wait, then for each service the visitor who would come now. Infinity: not within half a day.
 */
export function runTwin(input: TwinInput, random: Random, calls: Float64Array): void {
  const { now, waiting, services } = input
  let { order } = input
  const queue = openLines<TwinTicket>(
    order,
    input.seats.map(({ seat }) => seat),
  )
  const nextArrival = arrivalsOf(input, random)
  let left = waiting.length + services.length
  let joined = Number.MAX_SAFE_INTEGER / 2
  calls.fill(Infinity)

  waiting.forEach((candidate, measured) =>
    queue.add({ ...candidate, overtaken: { rule: candidate.overtaken.rule }, measured, isGhost: false }),
  )
  services.forEach((service, n) => {
    const come = { at: now, service, class: 'ordinary', slot: null } as const
    queue.add(newcomer(come, (joined += 1), waiting.length + n, true))
  })
  const places = input.seats.map((at, index): Place => {
    const { first, fallback } = at.seat
    const breadth = new Set([...first, ...fallback]).size
    return {
      at,
      index,
      breadth,
      looks: firstFree(input, at, random),
      idleSince: 0,
      breaks: breaksBefore(at, now),
    }
  })
  const returning: TwinTicket[] = []
  let arrival = nextArrival()
  let time = now

  while (left > 0) {
    const place = soonest(places)
    const back = returning.at(-1)
    const next = Math.min(place?.looks ?? Infinity, arrival?.at ?? Infinity, back?.back?.at ?? Infinity)
    if (next > now + horizonMs) return
    time = Math.max(time, next)
    if (back?.back && back.back.at <= next) {
      queue.add(returning.pop()!)
      wakeIdle()
    } else if (arrival && arrival.at <= next) {
      queue.add(newcomer(arrival, (joined += 1), -1, false))
      arrival = nextArrival()
      wakeIdle()
    } else if (place) lookForNext(place)
  }

  /** Free counters look again, in the order in which they are offered somebody. */
  function wakeIdle(): void {
    const idle = places.filter(({ idleSince }) => idleSince > 0)
    idle.sort((a, b) => a.breadth - b.breadth || a.idleSince - b.idleSince)
    for (const place of idle) lookForNext(place)
  }

  function lookForNext(place: Place): void {
    const { seat, laws, breaks } = place.at
    const pause = breaks[place.breaks]
    if (pause && pause.from <= time) {
      place.breaks += 1
      place.looks = Math.max(time, pause.to)
      place.idleSince = 0
      return
    }
    for (;;) {
      const turn = turnOf(queue.usableBy(place.index, time), seat, order, time)
      if (!turn) {
        place.idleSince ||= time
        place.looks = Math.min(queue.nextEnd(place.index, time), pause?.from ?? Infinity)
        return
      }
      const ticket = turn.candidate as TwinTicket
      queue.remove(ticket)
      note(ticket)
      if (ticket.isGhost) continue
      if (turn.reason.rule === 'ratio') order = { ...order, turn: turn.reason.turn + 1 }
      queue.overtakenBy(ticket, place.index, time)
      place.idleSince = 0
      place.looks = time + visit(ticket, laws.get(ticket.service) ?? unknownLaw)
      return
    }
  }

  function note({ measured }: TwinTicket): void {
    if (measured < 0 || calls[measured] !== Infinity) return
    calls[measured] = time - now
    left -= 1
  }

  /** How long a called one keeps the counter. */
  function visit(ticket: TwinTicket, law: ServiceLaw): number {
    const { chance, lostMs, returns, returnsAfterMs } = input.missing
    if (random() >= chance) return input.walkMs + drawService(law, random)
    if (random() < returns && ticket.back === null) {
      const at = time + lostMs + exponential(random, 1 / returnsAfterMs)
      returning.push({ ...ticket, measured: -1, back: { at, revision: (joined += 1) } })
      returning.sort((a, b) => b.back!.at - a.back!.at)
    }
    return lostMs
  }
}

function newcomer(arrival: Arrival, order: number, measured: number, isGhost: boolean): TwinTicket {
  const { at, service, slot } = arrival
  const since = Math.max(at, slot ?? at)
  return {
    service,
    class: arrival.class,
    queuedAt: since,
    since,
    order,
    slot,
    bound: null,
    boundAt: null,
    back: null,
    speakers: null,
    overtaken: { rule: 0 },
    measured,
    isGhost,
  }
}

/** When a seat first looks for somebody. */
function firstFree({ now, walkMs }: TwinInput, at: TwinSeat, random: Random): number {
  const from = Math.max(now, at.from)
  if (at.pausedSince !== null) return from + drawRest(pauseLaw, now - at.pausedSince, random)
  if (!at.busy) return from
  const law = at.laws.get(at.busy.service) ?? unknownLaw
  return Math.max(from, now + drawRest(law, now - at.busy.since - walkMs, random))
}

function breaksBefore({ breaks }: TwinSeat, now: number): number {
  return breaks.filter(({ to }) => to <= now).length
}

function soonest(places: readonly Place[]): Place | null {
  let found: Place | null = null
  for (const place of places) if (!found || place.looks < found.looks) found = place
  return found
}
