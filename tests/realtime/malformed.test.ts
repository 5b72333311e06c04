import { afterAll, beforeAll, expect, test } from 'vitest'

import { up, type UpName } from '#shared/protocol/up.ts'

import { freshId, type Client } from './client.ts'
import { openRunningHall, type RunningHall } from './running-hall.ts'

let hall: RunningHall
let close: () => Promise<void>
let admin: Client
let kiosk: Client
let display: Client
beforeAll(async () => {
  ;({ hall, close } = await openRunningHall())
  admin = await hall.person('admin', 'administrator')
  kiosk = await hall.kiosk()
  display = await hall.display()
})
afterAll(() => close())

const names = Object.keys(up) as UpName[]
/** What no person may send. */
const ofKiosks: readonly UpName[] = ['assistance:ask', 'assistance:cancel', 'device:report']
const ticketOnly = names.filter((name) => 'ticket' in up[name].shape)
const malformed = (where: string) => ({ ok: false, error: { code: 'command/malformed', details: { where } } })

/** Nobody waits, and the server still gives tickets, one after the other. */
async function nothingHappened() {
  const display = await hall.display()
  expect(await display.seen('display')).toMatchObject({ waitingInAll: 0 })
}

test.each(names)(
  '%s is refused without an id, with a wrong one, and with other fields than its own',
  async (name) => {
    const sender = ofKiosks.includes(name) ? kiosk : name === 'call:confirm' ? display : admin
    for (const payload of [
      undefined,
      null,
      'text',
      7,
      [],
      [freshId()],
      {},
      { id: 12345678 },
      { id: 'short' },
    ]) {
      expect(await sender.sendRaw(name, payload)).toEqual(malformed('id'))
    }
    for (const id of ['a'.repeat(65), "'; drop table events", '../../etc', ' '.repeat(8), 'ąąąąąąąą']) {
      expect(await sender.sendRaw(name, { id })).toEqual(malformed('id'))
    }
    const [firstField] = Object.keys(up[name].shape)
    const lacking = firstField === undefined ? { more: 1 } : {}
    expect(await sender.sendRaw(name, { id: freshId(), ...lacking })).toEqual(malformed(firstField ?? 'more'))
    await nothingHappened()
  },
)

test.each(ticketOnly)('%s takes no ticket that cannot be one, and names the field', async (name) => {
  const complete = {
    counter: 'counter-1',
    service: 'information',
    bound: null,
  }
  const fields = Object.fromEntries(Object.entries(complete).filter(([field]) => field in up[name].shape))
  const wrong = [
    '',
    '__proto__ ',
    '<b>',
    'a b',
    'x'.repeat(65),
    'x'.repeat(200_000),
    5,
    null,
    ['A'],
    { id: 'A' },
  ]
  for (const ticket of wrong) {
    expect(await admin.sendRaw(name, { id: freshId(), ...fields, ticket })).toEqual(malformed('ticket'))
  }
})

test.each([
  ['ticket:issue', { service: 'information', language: 'xx' }, 'language'],
  ['ticket:issue', { service: 'information', language: 'lt', needs: ['wings'] }, 'needs.0'],
  ['ticket:issue', { service: 'information', language: 'lt', needs: ['sight', 'sight'] }, 'needs'],
  ['ticket:issue', { service: 'information', language: 'lt', needs: Array(9).fill('sight') }, 'needs'],
  ['ticket:issue', { service: 'information', language: 'lt', class: 'royal' }, 'class'],
  ['ticket:park', { ticket: 'A', minutes: 0 }, 'minutes'],
  ['ticket:park', { ticket: 'A', minutes: 1.5 }, 'minutes'],
  ['ticket:park', { ticket: 'A', minutes: 1e300 }, 'minutes'],
  ['ticket:transfer', { ticket: 'A', service: 'information', note: 'x'.repeat(501) }, 'note'],
  ['ticket:transfer', { ticket: 'A', service: 'information', bound: { clerk: 'a', counter: 'b' } }, 'bound'],
  ['shift:open', { counter: 'counter-1', takeOver: 'yes' }, 'takeOver'],
  ['shift:pause', { counter: 'counter-1', reason: '' }, 'reason'],
  ['hall:configure', { config: { name: 'no' } }, 'config.name'],
])('%s with %j names %s', async (name, fields, where) => {
  expect(await admin.sendRaw(name, { id: freshId(), ...fields })).toEqual(malformed(where))
  await nothingHappened()
})

test.each([
  [{ build: 'x'.repeat(101) }, 'build'],
  [{ drawnAgo: -1 }, 'drawnAgo'],
  [{ drawnAgo: 0.5 }, 'drawnAgo'],
  [{ ahead: 1e300 }, 'ahead'],
  [{ lastCall: { call: 1 } }, 'lastCall.at'],
  [{ lastCall: undefined }, 'lastCall'],
  [{ picture: { width: 0, height: 1 } }, 'picture.width'],
])('a report of a device with %j names %s', async (changes, where) => {
  const report = { build: 'test', drawnAgo: 0, ahead: 0, lastCall: null, ...changes }
  expect(await kiosk.sendRaw('device:report', { id: freshId(), ...report })).toEqual(malformed(where))
})

test.each(['more', '__proto__', 'constructor', 'toString', 'type', 'hasOwnProperty'])(
  'a field "%s" that no command has is refused and named',
  async (field) => {
    const fields = Object.entries({ id: freshId(), counter: 'counter-1' })
    // As it comes from the wire: "__proto__" is then a field like any other.
    const payload: unknown = JSON.parse(
      JSON.stringify(Object.fromEntries(fields)).replace('{', `{"${field}":{},`),
    )
    expect(await admin.sendRaw('shift:open', payload)).toEqual(malformed(field))
    await nothingHappened()
  },
)

test.each([
  'nothing',
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'day:close',
  'day:open',
  'ticket:lapse',
  'view:changed',
  'message',
  '<img src=x>',
])('there is no command "%s" on the wire', async (name) => {
  expect(await admin.sendRaw(name, { id: freshId(), ticket: 'A', date: '2024-03-04' })).toEqual(
    malformed(name),
  )
  await nothingHappened()
})

test('a command with a name without end, or a number for a name, is refused as malformed', async () => {
  expect(await admin.sendRaw('x'.repeat(100_000), {})).toEqual(malformed('x'.repeat(60)))
  expect(await admin.sendRaw(7, {})).toEqual(malformed('7'))
})

test('a command that nobody wants to be answered does nothing, and the server lives', async () => {
  kiosk.socket.emit('ticket:issue', { id: freshId(), service: 'information', language: 'lt' })
  kiosk.socket.emit('ticket:issue')
  kiosk.socket.emit('ticket:issue', { id: freshId() }, 'no function', 7)
  expect(await kiosk.refusal('ticket:issue', { service: 'unknown', language: 'lt' })).toBe('service/unknown')
  await nothingHappened()
})

test('a message larger than the server takes ends that line and no other', async () => {
  const loud = await hall.kiosk()
  loud.socket.emit('ticket:issue', { id: freshId(), service: 'x'.repeat(2_000_000) })
  await loud.disconnected
  expect(await kiosk.refusal('ticket:issue', { service: 'unknown', language: 'lt' })).toBe('service/unknown')
})

test('text is text: markup in a note or a reason comes to the desk as it was written', async () => {
  const note = '<script>alert(1)</script> "\' \\ ${x} \u0000 \u202E ąž'
  const { ticket } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await admin.does('shift:open', { counter: 'counter-1' })
  await admin.does('ticket:call-next', { counter: 'counter-1' })
  await admin.does('ticket:transfer', { ticket: ticket!, service: 'payments', note })
  await admin.does('shift:pause', { counter: 'counter-1', reason: '<b>pietūs</b>' })
  await admin.seen('desk', ({ shift }) => shift?.pause?.reason === '<b>pietūs</b>')
  await admin.does('shift:resume', { counter: 'counter-1' })
  await admin.does('ticket:call', { counter: 'counter-1', ticket: ticket! })
  expect(await admin.seen('desk', ({ visitor }) => visitor !== null)).toMatchObject({
    visitor: { notes: [note] },
  })
})
