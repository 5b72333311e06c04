import { Temporal } from 'temporal-polyfill'

import { weekdays, type OpeningHours } from './config.ts'

/** A stretch of time in epoch ms: `from` belongs to it, `to` does not. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** How far `nextOpening` looks ahead, in days. */
const horizon = 62

/** The hall's date, `YYYY-MM-DD`, at an instant. */
export function localDate(now: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** When a local date begins, as an instant. In some zones and years that is not 00:00. */
export function startOfDay(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
}

/**
 * The open stretches of one local date as instants, in order. On the two days of the year when the clocks change they
 * are as long as they are: 00:00-24:00 lasts 23 or 25 hours. A time that the change skips counts from its end, one
 * that comes twice is taken at its first coming.
 */
export function openIntervals(hours: OpeningHours, date: string, timeZone: string): Interval[] {
  const day = Temporal.PlainDate.from(date)
  const times = hours.exceptions[date] ?? hours.week[weekdays[day.dayOfWeek - 1]!]
  return times
    .map(([from, to]) => ({ from: instant(day, from, timeZone), to: instant(day, to, timeZone) }))
    .filter((interval) => interval.from < interval.to)
}

export function isWithin(intervals: readonly Interval[], now: number): boolean {
  return intervals.some((interval) => interval.from <= now && now < interval.to)
}

/** The first instant after `now` at which the hours open, or null if none comes within two months. */
export function nextOpening(hours: OpeningHours, now: number, timeZone: string): number | null {
  let date = localDate(now, timeZone)
  for (let day = 0; day < horizon; day++) {
    const opening = openIntervals(hours, date, timeZone).find((interval) => interval.from > now)
    if (opening) return opening.from
    date = dayAfter(date)
  }
  return null
}

function instant(day: Temporal.PlainDate, time: string, timeZone: string): number {
  if (time === '24:00') return startOfDay(day.add({ days: 1 }).toString(), timeZone)
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
}
