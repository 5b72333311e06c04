import { weekdays, type OpenTimes, type Weekday } from '#shared/queue/config.ts'

/** A day's hours as they are typed: `HH:MM`. */
export interface DayHours {
  open: boolean
  from: string
  to: string
}

export type WeekHours = Record<Weekday, DayHours>

const workdays: readonly Weekday[] = weekdays.slice(0, 5)

/** What most halls keep: Monday to Friday, 8 to 17. */
export function usualWeek(): WeekHours {
  return weekBy((day) => ({ open: workdays.includes(day), from: '08:00', to: '17:00' }))
}

export function alwaysOpen(): WeekHours {
  return weekBy(() => ({ open: true, from: '00:00', to: '00:00' }))
}

/** Monday's hours on all days until Friday. */
export function mondayUntilFriday(week: WeekHours): WeekHours {
  return weekBy((day) => ({ ...week[workdays.includes(day) ? 'monday' : day] }))
}

/** As a configuration has it: until 00:00 is until the end of the day. */
export function openTimes({ open, from, to }: DayHours): OpenTimes {
  return open ? [[from, to === '00:00' ? '24:00' : to]] : []
}

export function openWeek(week: WeekHours): { [D in Weekday]: OpenTimes } {
  return Object.fromEntries(weekdays.map((day) => [day, openTimes(week[day])])) as {
    [D in Weekday]: OpenTimes
  }
}

/** Whether a hall with these hours is open at `now` (epoch ms); null for a zone that is none. */
export function isOpenAt(week: WeekHours, timeZone: string, now: number): boolean | null {
  const parts = localParts(timeZone, now)
  if (parts === null) return null
  const [from = '', to = ''] = openTimes(week[parts.day])[0] ?? []
  return from <= parts.time && parts.time < to
}

/** A day's name in a language, by a week that began on a Monday. */
export function dayName(day: Weekday, locale: string): string {
  const date = Date.UTC(2024, 0, 1 + weekdays.indexOf(day))
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date)
}

function localParts(timeZone: string, now: number): { day: Weekday; time: string } | null {
  try {
    const options = {
      timeZone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    } as const
    const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(now)
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
    return { day: part('weekday').toLowerCase() as Weekday, time: `${part('hour')}:${part('minute')}` }
  } catch {
    return null
  }
}

function weekBy(hours: (day: Weekday) => DayHours): WeekHours {
  return Object.fromEntries(weekdays.map((day) => [day, hours(day)])) as WeekHours
}
