import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, expect, test } from 'vitest'

import { readDays } from '#tests/bench/forecast/read-tickets.ts'

const folder = mkdtempSync(join(tmpdir(), 'tickets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const table = `office,group_id,date,ticket,t_issue,t_call,wait_min,waiting_at_issue,called_at_issue,counters_at_issue,published_min_at_issue
north,7,2026-02-03,1,481.5,490.0,8.5,0,0,2,10
south,7,2026-02-02,2,500.0,502.0,2.0,1,1,,20
south,7,2026-02-02,1,499.0,501.0,2.0,0,0,1,20
`

test('a table of tickets is read into days in their order, and so are the tickets of a day', () => {
  writeFileSync(join(folder, 'tickets.csv'), table)
  const days = readDays(join(folder, 'tickets.csv'))
  expect(days.map(({ hall, weekday, closes }) => [hall, weekday, closes])).toEqual([
    ['south', 1, 1080],
    ['north', 2, 960],
  ])
  expect(days[0]!.tickets.map(({ ticket }) => ticket)).toEqual(['1', '2'])
  expect(days[0]!.tickets[1]).toEqual({
    service: '7',
    ticket: '2',
    issued: 500,
    called: 502,
    seen: { waiting: 1, counters: NaN },
    published: 20,
    wait: 2,
  })
})

test('a compressed table reads the same, and one without a column is refused by its name', () => {
  writeFileSync(join(folder, 'tickets.csv.gz'), gzipSync(table))
  expect(readDays(join(folder, 'tickets.csv.gz'))).toHaveLength(2)
  writeFileSync(join(folder, 'other.csv'), table.replaceAll('t_call', 'called'))
  expect(() => readDays(join(folder, 'other.csv'))).toThrow('has no column t_call')
})
