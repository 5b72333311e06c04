import type { TicketClass } from '../ticket.ts'
import { normalQuantile } from './normal.ts'
import { exponential, type Random } from './random.ts'
import { punctuality, type Booking, type Flow, type TwinInput } from './twin-input.ts'

export interface Arrival {
  readonly at: number
  readonly service: string
  readonly class: TicketClass
  readonly slot: number | null
}

/** Those who will come, one after another; null when nobody comes any more. */
export function arrivalsOf(input: TwinInput, random: Random): () => Arrival | null {
  const { now } = input
  const sd = input.flowSd
  const times = Math.exp(sd * normalQuantile(Math.max(random(), 1e-9)) - (sd * sd) / 2)
  const next = input.flows.map((flow) => nextOf(flow, times, now, random))
  const booked = input.booked.map((booking) => checkIn(booking, now, random)).sort((a, b) => b.at - a.at)
  return () => {
    let soonest = -1
    for (let flow = 0; flow < next.length; flow += 1) {
      if (next[flow]! < (soonest < 0 ? Infinity : next[soonest]!)) soonest = flow
    }
    const appointment = booked.at(-1)
    if (appointment && (soonest < 0 || appointment.at <= next[soonest]!)) return booked.pop()!
    if (soonest < 0) return null
    const flow = input.flows[soonest]!
    const at = next[soonest]!
    next[soonest] = nextOf(flow, times, at, random)
    return { at, service: flow.service, class: flow.class, slot: null }
  }
}

/** The next arrival after a moment, or Infinity, of a flow that is so many times as strong today. */
function nextOf({ from, stepMs, rates }: Flow, times: number, after: number, random: Random): number {
  let at = Math.max(after, from)
  for (let step = Math.floor((at - from) / stepMs); step < rates.length; step += 1) {
    const rate = rates[step]! * times
    const end = from + (step + 1) * stepMs
    if (rate > 0) {
      const next = at + exponential(random, rate)
      if (next < end) return next
    }
    at = end
  }
  return Infinity
}

function checkIn({ service, slot }: Booking, now: number, random: Random): Arrival {
  const at = slot + punctuality.mean + punctuality.sd * normalQuantile(Math.max(random(), 1e-9))
  return { at: Math.max(now, at), service, class: 'appointment', slot }
}
