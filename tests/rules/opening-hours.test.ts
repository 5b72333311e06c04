import { describe, expect, test } from 'vitest'
import {
  dayAfter,
  isWithin,
  localDate,
  nextOpening,
  openIntervals,
  startOfDay,
} from '#shared/queue/calendar.ts'
import type { OpenTimes } from '#shared/queue/config.ts'
import { hoursOf, office, wholeDay } from './hall-of.ts'

const vilnius = 'Europe/Vilnius'
const saoPaulo = 'America/Sao_Paulo'

describe('the open stretches of a date', () => {
  const table: readonly {
    says: string
    date: string
    zone: string
    times: OpenTimes
    utc: readonly string[]
  }[] = [
    {
      says: 'are in the hall’s zone, in winter',
      date: '2026-03-27',
      zone: vilnius,
      times: office,
      utc: ['2026-03-27T06:00Z', '2026-03-27T15:00Z'],
    },
    {
      says: 'are in the hall’s zone, in summer',
      date: '2026-03-30',
      zone: vilnius,
      times: office,
      utc: ['2026-03-30T05:00Z', '2026-03-30T14:00Z'],
    },
    {
      says: 'are the same at UTC',
      date: '2026-03-30',
      zone: 'UTC',
      times: office,
      utc: ['2026-03-30T08:00Z', '2026-03-30T17:00Z'],
    },
    {
      says: 'are later west of there',
      date: '2026-03-30',
      zone: saoPaulo,
      times: office,
      utc: ['2026-03-30T11:00Z', '2026-03-30T20:00Z'],
    },
    {
      says: 'have a gap at noon',
      date: '2026-03-02',
      zone: 'UTC',
      times: [
        ['08:00', '12:00'],
        ['13:00', '17:30'],
      ],
      utc: ['2026-03-02T08:00Z', '2026-03-02T12:00Z', '2026-03-02T13:00Z', '2026-03-02T17:30Z'],
    },
    {
      says: 'last 23 hours when the clock goes forward',
      date: '2026-03-29',
      zone: vilnius,
      times: wholeDay,
      utc: ['2026-03-28T22:00Z', '2026-03-29T21:00Z'],
    },
    {
      says: 'last 25 hours when the clock goes back',
      date: '2026-10-25',
      zone: vilnius,
      times: wholeDay,
      utc: ['2026-10-24T21:00Z', '2026-10-25T22:00Z'],
    },
    {
      says: 'begin after the gap as much as a skipped time lies in it',
      date: '2026-03-29',
      zone: vilnius,
      times: [['03:30', '06:00']],
      utc: ['2026-03-29T01:30Z', '2026-03-29T03:00Z'],
    },
    {
      says: 'end after the gap as much as a skipped time lies in it',
      date: '2026-03-29',
      zone: vilnius,
      times: [['01:00', '03:30']],
      utc: ['2026-03-28T23:00Z', '2026-03-29T01:30Z'],
    },
    {
      says: 'begin at the first of two comings',
      date: '2026-10-25',
      zone: vilnius,
      times: [['03:30', '05:00']],
      utc: ['2026-10-25T00:30Z', '2026-10-25T03:00Z'],
    },
    {
      says: 'do not overlap where one ends and the next begins within the hour that comes twice',
      date: '2026-10-25',
      zone: vilnius,
      times: [
        ['02:00', '03:30'],
        ['03:30', '05:00'],
      ],
      utc: ['2026-10-24T23:00Z', '2026-10-25T00:30Z', '2026-10-25T00:30Z', '2026-10-25T03:00Z'],
    },
    {
      says: 'begin at one where the clock skips midnight',
      date: '2018-11-04',
      zone: saoPaulo,
      times: wholeDay,
      utc: ['2018-11-04T03:00Z', '2018-11-05T02:00Z'],
    },
    {
      says: 'last 25 hours where the clock goes back at midnight',
      date: '2018-02-17',
      zone: saoPaulo,
      times: wholeDay,
      utc: ['2018-02-17T02:00Z', '2018-02-18T03:00Z'],
    },
    { says: 'are none on a closed day', date: '2026-03-29', zone: vilnius, times: [], utc: [] },
  ]

  test.each(table)('$says ($date, $zone)', ({ date, zone, times, utc }) => {
    const intervals = openIntervals(hoursOf(times, times), date, zone)
    expect(intervals.flatMap(({ from, to }) => [from, to]).map(text)).toEqual(utc)
  })

  test('are those of the exception on its date, and only there', () => {
    const hours = {
      ...hoursOf(office),
      exceptions: { '2026-03-11': [], '2026-03-14': [['10:00', '12:00'] as const] },
    }
    expect(openIntervals(hours, '2026-03-11', 'UTC')).toEqual([])
    expect(openIntervals(hours, '2026-03-12', 'UTC')).toHaveLength(1)
    expect(openIntervals(hours, '2026-03-14', 'UTC').map(({ from }) => text(from))).toEqual([
      '2026-03-14T10:00Z',
    ])
    expect(openIntervals(hours, '2026-03-15', 'UTC')).toEqual([])
  })

  test('are those of the right weekday', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
    const week = Object.fromEntries(days.map((day, index) => [day, [[`0${index + 1}:00`, '09:00']]])) as never
    const starts = days.map((_, index) =>
      openIntervals({ week, exceptions: {} }, `2026-03-0${index + 2}`, 'UTC'),
    )
    expect(starts.map(([first]) => new Date(first!.from).getUTCHours())).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

test('a stretch has its first moment and not its last', () => {
  const [open] = openIntervals(hoursOf(office), '2026-03-02', vilnius)
  expect([open!.from - 1, open!.from, open!.to - 1, open!.to].map((now) => isWithin([open!], now))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test.each([
  { zone: vilnius, utc: '2026-03-02T21:59:59.999Z', date: '2026-03-02' },
  { zone: vilnius, utc: '2026-03-02T22:00Z', date: '2026-03-03' },
  { zone: vilnius, utc: '2026-07-02T20:59:59.999Z', date: '2026-07-02' },
  { zone: vilnius, utc: '2026-07-02T21:00Z', date: '2026-07-03' },
  { zone: 'UTC', utc: '2026-03-02T22:00Z', date: '2026-03-02' },
  { zone: saoPaulo, utc: '2026-03-03T02:59Z', date: '2026-03-02' },
  { zone: saoPaulo, utc: '2026-03-03T03:00Z', date: '2026-03-03' },
])('at $utc it is $date in $zone', ({ zone, utc, date }) => {
  expect(localDate(Date.parse(utc), zone)).toBe(date)
})

test('a date ends where the next begins, over months, leap days and years', () => {
  expect(['2026-01-31', '2026-12-31', '2026-02-28', '2028-02-28'].map(dayAfter)).toEqual([
    '2026-02-01',
    '2027-01-01',
    '2026-03-01',
    '2028-02-29',
  ])
  expect(text(startOfDay('2018-11-04', saoPaulo))).toBe('2018-11-04T03:00Z')
})

describe('the next opening', () => {
  const hours = {
    ...hoursOf([
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ]),
    exceptions: { '2026-03-30': [] },
  }
  test.each([
    { when: 'before the first stretch', utc: '2026-03-27T05:00Z', next: '2026-03-27T06:00Z' },
    { when: 'at the moment of opening', utc: '2026-03-27T06:00Z', next: '2026-03-27T11:00Z' },
    { when: 'in the noon break', utc: '2026-03-27T10:30Z', next: '2026-03-27T11:00Z' },
    {
      when: 'over a weekend, an exception and a change of the clock',
      utc: '2026-03-27T15:00Z',
      next: '2026-03-31T05:00Z',
    },
  ])('$when is at $next', ({ utc, next }) => {
    expect(text(nextOpening(hours, Date.parse(utc), vilnius)!)).toBe(next)
  })

  test('is unknown for a hall that opens on no day', () => {
    expect(nextOpening(hoursOf([]), Date.parse('2026-03-27T15:00Z'), vilnius)).toBeNull()
  })
})

function text(at: number): string {
  return new Date(at).toISOString().replace(':00.000Z', 'Z')
}
