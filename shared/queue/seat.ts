import type { Counter, HallConfig, Service } from './config.ts'
import type { Context } from './decision.ts'
import type { Hall, Shift } from './hall.ts'
import type { Seat } from './may-serve.ts'
import { refuse, type Refusal } from './refusal.ts'

export function findService(hall: Hall, id: string): Service | null {
  return hall.config?.services.find((service) => service.id === id) ?? null
}

export function findCounter(hall: Hall, id: string): Counter | null {
  return hall.config?.counters.find((counter) => counter.id === id) ?? null
}

/** Who serves what at an open counter: the clerk's own profile goes before the counter's. */
export function seatOf(config: HallConfig, shift: Shift): Seat {
  const counter = config.counters.find(({ id }) => id === shift.counter)
  const profileId = shift.profile ?? counter?.profile
  const profile = config.profiles.find(({ id }) => id === profileId)
  return {
    counter: shift.counter,
    clerk: shift.clerk,
    profile: profileId ?? null,
    first: profile?.first ?? [],
    fallback: profile?.fallback ?? [],
  }
}

/** The sender's own shift at a counter, paused or not, or why there is none. */
export function ownShift(
  hall: Hall,
  counter: string,
  { by }: Pick<Context, 'by'>,
): { ok: true; shift: Shift } | Refusal {
  if (!findCounter(hall, counter)) return refuse('counter/unknown')
  const shift = hall.shifts.get(counter)
  if (!shift) return refuse('shift/not-open')
  if (by.kind !== 'staff' || by.id !== shift.clerk) return refuse('shift/not-yours')
  return { ok: true, shift }
}
