import { expect, test } from 'vitest'

import type { RecordPage } from '#shared/protocol/record.ts'
import type { Summary } from '#shared/queue/summary.ts'
import { plainSummary } from '#tests/rules/plain-summary.ts'

import { freshId } from './client.ts'
import { pageOf } from './page.ts'
import { codeOf, runningHall, type RunningHall } from './running-hall.ts'

const information = { service: 'information', language: 'uk' } as const
const markup = '<img src=x onerror=alert(1)> & "quotes"'
const summary: Summary = {
  outcome: 'papers-missing',
  steps: ['bring-papers'],
  words: markup,
  next: { date: '2024-03-11', time: '10:30', place: '12 kabinetas' },
}

/** Ana serves the one visitor of the hall. */
async function serving(hall: RunningHall) {
  const { ticket, url } = await (await hall.kiosk()).does('ticket:issue', information)
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await ana.does('ticket:start', { ticket: ticket! })
  return { ana, ticket: ticket!, url: url! }
}

async function printed(hall: RunningHall, cookie: string, kiosk: string): Promise<string[]> {
  const answer = await fetch(`${hall.server.url}/api/previews`, { headers: { cookie } })
  const { previews } = (await answer.json()) as { previews: { device: string; label: string }[] }
  return previews.filter(({ device }) => device === kiosk).map(({ label }) => label)
}

test('what was said is at the desk as it was written, the newest alone, and outlives a restart', async () => {
  const hall = await runningHall()
  const { ana, ticket } = await serving(hall)
  await ana.does('ticket:sum-up', { ticket, summary })
  expect(
    (await ana.seen('desk', ({ visitor }) => visitor?.summary?.words === markup)).visitor!.summary,
  ).toEqual(summary)
  const newer = { ...plainSummary, steps: ['wait'] as const }
  await ana.does('ticket:sum-up', { ticket, summary: newer })
  await ana.seen('desk', ({ visitor }) => visitor?.summary?.outcome === 'done')
  await hall.restart()
  const again = await hall.connect(
    { kind: 'staff' },
    { cookie: await hall.signIn('ana'), origin: hall.server.url },
  )
  expect((await again.seen('desk')).visitor!.summary).toEqual(newer)
})

test('sent twice, the first stands, and an older one that comes late changes nothing', async () => {
  const hall = await runningHall()
  const { ana, ticket } = await serving(hall)
  const id = freshId()
  await ana.send('ticket:sum-up', { ticket, summary }, id)
  await ana.does('ticket:sum-up', { ticket, summary: plainSummary })
  expect(await ana.send('ticket:sum-up', { ticket, summary }, id)).toMatchObject({ ok: true })
  await ana.does('ticket:pause', { ticket })
  const { visitor } = await ana.seen('desk', (view) => view.visitor?.paused === true)
  expect(visitor!.summary).toEqual(plainSummary)
})

test('the phone shows it at once, when the visit is over, and when the page comes again; the next day it is gone', async () => {
  const hall = await runningHall()
  const { ana, ticket, url } = await serving(hall)
  const phone = await hall.phone(url)
  expect((await phone.seen('phone')).summary).toBeNull()
  await ana.does('ticket:sum-up', { ticket, summary })
  expect((await phone.seen('phone', (view) => view.summary !== null)).summary).toEqual(summary)
  await ana.does('ticket:sum-up', { ticket, summary: plainSummary })
  await ana.does('ticket:finish', { ticket })
  const told = { state: 'served', summary: plainSummary }
  expect(await phone.seen('phone', ({ state }) => state === 'served')).toMatchObject(told)
  expect(await (await hall.phone(url)).seen('phone')).toMatchObject(told)
  const asked = () => fetch(`${hall.server.url}/api/tickets/${codeOf(url)}`).then((answer) => answer.json())
  expect(await asked()).toMatchObject(told)

  hall.pass(13 * 60)
  await hall.restart()
  expect(await asked()).toMatchObject({ state: 'served', summary: null })
})

test('nothing is summed up in the wrong state, elsewhere, without the right, or out of shape', async () => {
  const hall = await runningHall()
  const { ana, ticket } = await serving(hall)
  const { id: kiosk } = await hall.device('kiosk', { printer: 'preview:' })
  const bob = await hall.person('bob', 'clerk')
  const rita = await hall.person('rita', 'receptionist')
  for (const [name, fields] of [
    ['ticket:sum-up', { ticket, summary }],
    ['ticket:print-summary', { ticket, kiosk }],
  ] as const) {
    expect(await bob.refusal(name, fields)).toBe('ticket/at-another-counter')
    expect(await rita.refusal(name, fields)).toBe('right/missing')
    expect(await bob.refusal(name, { ...fields, ticket: 'nobody' })).toBe('ticket/unknown')
  }
  for (const wrong of [
    { ...summary, outcome: 'nonsense' },
    { ...summary, steps: ['nonsense'] },
    { ...summary, words: 'a'.repeat(241) },
    { ...summary, next: { ...summary.next, date: '2024-02-31' } },
    { ...summary, next: { ...summary.next, time: '25:00' } },
    { ...summary, more: 1 },
  ])
    expect(await ana.sendRaw('ticket:sum-up', { id: freshId(), ticket, summary: wrong })).toMatchObject({
      error: { code: 'command/malformed' },
    })
  await ana.does('ticket:finish', { ticket })
  await ana.does('shift:close', { counter: 'counter-1' })
  expect(await ana.refusal('ticket:sum-up', { ticket, summary })).toBe('ticket/unknown')
  expect(await ana.refusal('ticket:print-summary', { ticket, kiosk })).toBe('ticket/unknown')
})

test('who asks for it when the visit is over still gets it, on the phone at once and on paper, until the next is called', async () => {
  const hall = await runningHall()
  const { ana, ticket, url } = await serving(hall)
  const { id: kiosk } = await hall.device('kiosk', { printer: 'preview:' })
  const cookie = await hall.staff('sup', 'supervisor')
  const phone = await hall.phone(url)
  await ana.does('ticket:finish', { ticket })
  await phone.seen('phone', ({ state }) => state === 'served')
  expect((await ana.seen('desk', ({ visitor }) => visitor === null)).servedLast).toEqual({
    ...{ id: ticket, label: 'A001', service: 'information', language: 'uk' },
    summary: null,
  })
  const bob = await hall.person('bob', 'clerk')
  expect(await bob.refusal('ticket:sum-up', { ticket, summary })).toBe('ticket/at-another-counter')
  expect(await bob.refusal('ticket:print-summary', { ticket, kiosk })).toBe('ticket/at-another-counter')

  const id = freshId()
  await ana.send('ticket:sum-up', { ticket, summary }, id)
  expect(await phone.seen('phone', (view) => view.summary !== null)).toMatchObject({
    state: 'served',
    summary,
  })
  await ana.does('ticket:sum-up', { ticket, summary: plainSummary })
  expect(await ana.send('ticket:sum-up', { ticket, summary }, id)).toMatchObject({ ok: true })
  await hall.restart()
  const again = await hall.connect(
    { kind: 'staff' },
    { cookie: await hall.signIn('ana'), origin: hall.server.url },
  )
  expect((await again.seen('desk')).servedLast?.summary).toEqual(plainSummary)
  await again.does('ticket:print-summary', { ticket, kiosk })
  expect(await printed(hall, cookie, kiosk)).toEqual(['Numerio A001 atmintinė'])

  await again.does('step:undo', { counter: 'counter-1' })
  const { visitor, servedLast } = await again.seen('desk', (view) => view.visitor !== null)
  expect([visitor!.summary, servedLast]).toEqual([plainSummary, null])
  await again.does('ticket:finish', { ticket })
  await (await hall.kiosk()).does('ticket:issue', information)
  await again.does('ticket:call-next', { counter: 'counter-1' })
  expect((await again.seen('desk', (view) => view.visitor !== null)).servedLast).toBeNull()
  expect(await again.refusal('ticket:sum-up', { ticket, summary })).toBe('ticket/unknown')
  expect(await again.refusal('ticket:print-summary', { ticket, kiosk })).toBe('ticket/unknown')
  const { body } = await pageOf(hall, await hall.staff('admin', 'administrator'))(
    'GET',
    '/record?from=2024-03-04&to=2024-03-04&kind=tickets&about=A001',
  )
  expect((body as RecordPage).entries.filter(({ act }) => act.startsWith('ticket:summ'))).toMatchObject([
    { act: 'ticket:summary-printed' },
    { act: 'ticket:summed-up', changes: [] },
    { act: 'ticket:summed-up', changes: [] },
  ])
})

test('it is printed at a kiosk with a printer, once for each time that it is asked for', async () => {
  const hall = await runningHall()
  const { ana, ticket } = await serving(hall)
  const { id: kiosk } = await hall.device('kiosk', { printer: 'preview:' })
  const { id: bare } = await hall.device('kiosk')
  const cookie = await hall.staff('sup', 'supervisor')
  expect(await ana.refusal('ticket:print-summary', { ticket, kiosk })).toBe('ticket/unknown')
  await ana.does('ticket:sum-up', { ticket, summary })
  expect(await ana.refusal('ticket:print-summary', { ticket, kiosk: bare })).toBe('printer/none')
  const id = freshId()
  const first = await ana.send('ticket:print-summary', { ticket, kiosk }, id)
  expect(first).toEqual({ ok: true, answer: { ticket } })
  expect(await ana.send('ticket:print-summary', { ticket, kiosk }, id)).toEqual(first)
  expect(await printed(hall, cookie, kiosk)).toEqual(['Numerio A001 atmintinė'])
  await ana.does('ticket:sum-up', { ticket, summary: plainSummary })
  await ana.does('ticket:print-summary', { ticket, kiosk })
  expect(await printed(hall, cookie, kiosk)).toHaveLength(2)
})

test('where the printer does not answer the summary stands, and the clerk is told', async () => {
  const hall = await runningHall()
  const { ana, ticket } = await serving(hall)
  const { id: kiosk } = await hall.device('kiosk', { printer: 'tcp://127.0.0.1:1' })
  await ana.does('ticket:sum-up', { ticket, summary })
  expect(await ana.send('ticket:print-summary', { ticket, kiosk })).toEqual({
    ok: false,
    error: { code: 'printer/failed', details: { state: 'offline' } },
  })
  expect(
    (await ana.seen('desk', ({ visitor }) => visitor?.summary?.words === markup)).visitor!.summary,
  ).toEqual(summary)
})

test('that it was given and printed is on record, without a word of it', async () => {
  const hall = await runningHall()
  const { ana, ticket } = await serving(hall)
  const { id: kiosk } = await hall.device('kiosk', { name: 'Prie durų', printer: 'preview:' })
  await ana.does('ticket:sum-up', { ticket, summary })
  await ana.does('ticket:print-summary', { ticket, kiosk })
  const admin = pageOf(hall, await hall.staff('admin', 'administrator'))
  const { body } = await admin('GET', '/record?from=2024-03-04&to=2024-03-04&kind=tickets&about=A001')
  const by = { name: 'Colleague ana' }
  expect((body as RecordPage).entries.slice(0, 2)).toMatchObject([
    { act: 'ticket:summary-printed', by, changes: [{ fact: 'printer', after: 'Prie durų' }] },
    { act: 'ticket:summed-up', by, changes: [] },
  ])
  expect(JSON.stringify(body)).not.toMatch(/onerror|kabinetas/)
})
