/** An instant as a zone's date and time to the minute, as the browser's field has it: `2025-11-24T10:30`. */
export function localTime(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return format.format(at).replace(' ', 'T')
}

/** The instant of a clock's time (`14:00`) on the day that it is in the zone. */
export function todayAt(clock: string, now: number, timeZone: string): number {
  return instantOf(`${localTime(now, timeZone).slice(0, 11)}${clock}`, timeZone)
}

/** The instant of such a local time; one that the change of clocks skips counts from its end. */
export function instantOf(local: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${local}Z`)
  const offsetAt = (at: number) => Date.parse(`${localTime(at, timeZone)}Z`) - at
  return asIfUtc - offsetAt(asIfUtc - offsetAt(asIfUtc))
}
