import type { OpenTimes } from '#shared/queue/config.ts'

/** From and to as they are typed: `HH:MM`. */
export interface Stretch {
  from: string
  to: string
}

const usual: Stretch = { from: '08:00', to: '17:00' }
const lunch: Stretch = { from: '12:00', to: '13:00' }

/** A day's hours in a form. What was typed stays while the day is marked closed. */
export class DayHours {
  open = $state(false)
  times = $state<Stretch[]>([])

  constructor(times: OpenTimes) {
    const typed = times.map(([from, to]) => ({ from, to: to === '24:00' ? '00:00' : to }))
    this.open = typed.length > 0
    this.times = typed.length > 0 ? typed : [{ ...usual }]
  }
}

/** As a configuration has it: until 00:00 is until the end of the day. */
export function openTimes({ open, times }: DayHours): OpenTimes {
  return open ? times.map(({ from, to }) => [from, to === '00:00' ? '24:00' : to] as const) : []
}

/** The last stretch in two, around lunch if it goes over it. */
export function withBreak(times: readonly Stretch[]): Stretch[] {
  const last = times.at(-1) ?? usual
  const overLunch = last.from < lunch.from && (last.to > lunch.to || last.to === '00:00')
  const halves = overLunch
    ? [
        { from: last.from, to: lunch.from },
        { from: lunch.to, to: last.to },
      ]
    : [last, { from: '', to: '' }]
  return [...times.slice(0, -1), ...halves]
}
