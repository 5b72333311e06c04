import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import type { PastDay, PastTicket } from '#server/forecast/past-day.ts'

/** A ticket of the table, with what only the report asks for. */
export interface RealTicket extends PastTicket {
  readonly wait: number
  /** The wait in minutes that the city told at the issue. */
  readonly published: number
}

export interface RealDay extends PastDay {
  readonly tickets: readonly RealTicket[]
}

const columns = [
  'office',
  'group_id',
  'date',
  'ticket',
  't_issue',
  't_call',
  'wait_min',
  'waiting_at_issue',
  'counters_at_issue',
  'published_min_at_issue',
] as const

/** The days of all halls, the earliest first. */
export function readDays(file: string): RealDay[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const names = head.split(',')
  const places = columns.map((name) => names.indexOf(name))
  const missing = columns.filter((_, n) => places[n] === -1)
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}`)
  const days = new Map<string, { hall: string; date: string; tickets: RealTicket[] }>()
  for (const line of lines) {
    const cells = line.split(',')
    const cell = (name: (typeof columns)[number]) => cells[places[columns.indexOf(name)]!] ?? ''
    const number = (name: (typeof columns)[number]) => (cell(name) === '' ? NaN : Number(cell(name)))
    const [hall, date] = [cell('office'), cell('date')]
    const day = days.get(`${date} ${hall}`) ?? { hall, date, tickets: [] }
    days.set(`${date} ${hall}`, day)
    day.tickets.push({
      service: cell('group_id'),
      ticket: cell('ticket'),
      issued: number('t_issue'),
      called: number('t_call'),
      seen: {
        waiting: number('waiting_at_issue'),
        counters: number('counters_at_issue'),
      },
      published: number('published_min_at_issue'),
      wait: number('wait_min'),
    })
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day)
  return inOrder.map(({ hall, date, tickets }) => {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
    // Monday offices run to 18:00.
    const closes = weekday === 1 ? 18 * 60 : 16 * 60
    return { hall, date, weekday, closes, tickets: tickets.sort(byIssue) }
  })
}

function byIssue(one: RealTicket, other: RealTicket): number {
  return (
    one.issued - other.issued ||
    Number(one.service) - Number(other.service) ||
    Number(one.ticket) - Number(other.ticket)
  )
}
