import type { Series } from './config.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'

/** How long a called label is not given again, once its range is used up. */
const rest = 60 * 60_000

/** `A` and 7 of a range up to 999 make `A007`. */
export function labelOf(series: Series, number: number): string {
  return series.letter + String(number).padStart(String(series.to).length, '0')
}

/**
 * The next number of a series, or null. Each number is given once a day until the range is used up; after that the
 * first whose label no living ticket bears and none called in the last hour bore.
 */
export function nextNumber(hall: Hall, series: Series, now: number): number | null {
  const last = hall.numbers.get(series.id) ?? series.from - 1
  const fresh = firstFree(series, Math.max(last + 1, series.from), (label) => isLabelTaken(hall, label))
  if (fresh !== null) return fresh

  const taken = takenLabels(hall, now)
  return firstFree(series, series.from, (label) => taken.has(label))
}

/** Why a number that somebody holds already, on a slip from a paper roll, cannot be theirs; null if it can. */
export function whyNotHeld(
  hall: Hall,
  series: Series,
  number: number,
  now: number,
): Refusal<'series/out-of-range' | 'series/number-taken'> | null {
  const { from, to } = series
  if (number < from || number > to) return refuse('series/out-of-range', { from, to })
  const label = labelOf(series, number)
  return takenLabels(hall, now).has(label) ? refuse('series/number-taken', { label }) : null
}

function takenLabels(hall: Hall, now: number): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const ticket of hall.tickets.values()) taken.add(ticket.label)
  for (let call = hall.calls; call && call.at > now - rest; call = call.earlier) taken.add(call.label)
  return taken
}

/** Whether a living ticket bears a label: after its range was used up, an ended one's may have been given again. */
export function isLabelTaken(hall: Hall, label: string): boolean {
  for (const ticket of hall.tickets.values()) if (ticket.label === label) return true
  return false
}

function firstFree(series: Series, from: number, isTaken: (label: string) => boolean): number | null {
  for (let number = from; number <= series.to; number++) {
    if (!isTaken(labelOf(series, number))) return number
  }
  return null
}
