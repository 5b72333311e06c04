import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { openSqlite } from '#server/db/open.ts'

import { hallCommand } from './hall-command.ts'
import { nameOf, runningHall } from './running-hall.ts'

const story = [
  /^A001 on 2024-03-04$/,
  /^12:0\d:\d\d {2}joined: information, ordinary$/,
  /^12:0\d:\d\d {2}called to counter 5, waited \d+ s$/,
  /^ {10}why: the largest share of its target used: \d+ s of 10 min, \d+ %$/,
  /^ {10}chosen again: the same, for the same reason$/,
]

test('a day is told by the running server, and the same from a copy of its data without one', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-5', profile: 'residents' })
  await kiosk.does('ticket:issue', { service: 'information', language: 'ru', needs: ['hearing'] })
  await ana.does('ticket:call-next', { counter: 'counter-5' })

  const copy = await copyOf(hall.dataDirectory)
  for (const data of [hall.dataDirectory, copy]) {
    const explained = await hallCommand(data, ['explain', 'a001'])
    expect(explained).toMatchObject({ code: 0, errors: '' })
    const lines = explained.out.trimEnd().split('\n')
    expect(lines).toEqual(story.map((line) => expect.stringMatching(line) as string))

    const table = await hallCommand(data, ['order', '--day', '2024-03-04'])
    expect(table).toMatchObject({ code: 0, errors: '' })
    expect(table.out).toMatch(/^The order on 2024-03-04, so far\n\ncalls +1\n/)

    const json = await hallCommand(data, ['order', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ day: '2024-03-04', again: { same: 1, differs: [] } })
    for (const { out } of [explained, table, json])
      expect(out).not.toMatch(new RegExp(`ana|${nameOf('ana')}|\\bru\\b|hearing`))
  }
}, 30_000)

const unanswerable: [args: string[], errors: string][] = [
  [['explain', 'A999'], 'There is no ticket A999 on 2024-03-04.\n'],
  [['explain', 'A001', '--day', '2024-03-01'], 'No ticket was given on 2024-03-01.\n'],
  [['order', '--day', 'monday'], 'Say the day as YYYY-MM-DD.\n'],
]

test('what cannot be told is said in a line, without a stack', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  for (const [args, errors] of unanswerable)
    expect(await hallCommand(hall.dataDirectory, args)).toEqual({ code: 1, out: '', errors })
}, 30_000)

test('a hall that never had a day has nothing to tell', async () => {
  const errors = 'The hall has had no day yet.\n'
  expect(await hallCommand(folder(), ['order'])).toEqual({ code: 1, out: '', errors })
  expect(await hallCommand(folder(), ['explain', 'A001'])).toEqual({ code: 1, out: '', errors })
}, 30_000)

async function copyOf(dataDirectory: string): Promise<string> {
  const copy = folder()
  const db = openSqlite(join(dataDirectory, 'eile.db'))
  await sql`vacuum into ${join(copy, 'eile.db')}`.execute(db)
  await db.destroy()
  return copy
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'eile-back-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}
