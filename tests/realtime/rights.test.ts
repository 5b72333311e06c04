import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { openSqlite } from '#server/db/open.ts'
import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { defaultRights, deviceKinds, deviceRights, rightOf, roles, ticketRights } from '#server/rights.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import { up, type UpFields, type UpName } from '#shared/protocol/up.ts'

import type { Client } from './client.ts'
import { openRunningHall, runningHall, type RunningHall } from './running-hall.ts'
import { plainSummary } from '#tests/rules/plain-summary.ts'

const nobody = { ticket: 'nobody' }
const nowhere = { counter: 'nowhere' }
const unknown = { service: 'unknown' }
const information = { service: 'information', language: 'lt' } as const

/** Well formed, and about what is not there: so that only the right and then the rules can refuse it. */
const samples: { readonly [N in UpName]: UpFields<N> } = {
  'hall:configure': { config: hallConfig.parse(exampleHall) },
  'ticket:issue': { ...unknown, language: 'lt' },
  'ticket:call-next': nowhere,
  'ticket:call': { ...nowhere, ...nobody },
  'ticket:recall': nobody,
  'ticket:start': nobody,
  'ticket:pause': nobody,
  'ticket:resume': nobody,
  'ticket:miss': nobody,
  'ticket:report': nobody,
  'ticket:return': nobody,
  'ticket:transfer': { ...nobody, ...unknown },
  'ticket:park': nobody,
  'ticket:take-up': { ...nowhere, ...nobody },
  'ticket:next-leg': { ...nobody, ...unknown },
  'ticket:change': nobody,
  'ticket:bind': { ...nobody, bound: null },
  'ticket:sum-up': { ...nobody, summary: plainSummary },
  'ticket:print-summary': { ...nobody, kiosk: 'nobody' },
  'ticket:finish': nobody,
  'ticket:cancel': nobody,
  'ticket:restore': nobody,
  'step:undo': nowhere,
  'shift:open': nowhere,
  'shift:pause': { ...nowhere, reason: 'lunch' },
  'shift:resume': nowhere,
  'shift:close': nowhere,
  'service:pause': { ...unknown, reason: 'technical' },
  'counter:set-profile': { ...nowhere, profile: 'unknown', until: 1 },
  'counter:reset-profile': nowhere,
  'service:resume': unknown,
  'service:lift-cut-off': unknown,
  'assistance:ask': {},
  'assistance:cancel': {},
  'assistance:answer': { kiosk: 'nobody' },
  'help:ask': nowhere,
  'help:answer': nowhere,
  'help:cancel': nowhere,
  'ticket:print': nobody,
  'call:confirm': { call: 1, outcome: 'played', lagMs: 0 },
  'device:report': { build: 'test', drawnAgo: 0, ahead: 0, lastCall: null },
}
const names = Object.keys(up) as UpName[]

describe('each command needs its right', () => {
  let hall: RunningHall
  let close: () => Promise<void>
  let phoneUrl: string
  beforeAll(async () => {
    ;({ hall, close } = await openRunningHall())
    const kiosk = await hall.kiosk()
    phoneUrl = (await kiosk.does('ticket:issue', information)).url!
  })
  afterAll(() => close())

  const senders: [string, readonly string[], () => Promise<Client>][] = [
    ...roles.map((role): (typeof senders)[number] => [
      role,
      defaultRights[role],
      () => hall.person(`some-${role}`, role),
    ]),
    ...deviceKinds.map((kind): (typeof senders)[number] => [
      kind,
      deviceRights[kind],
      async () => {
        const over = kind === 'counter-display' ? { counter: 'counter-1' } : {}
        return hall.connect({ kind: 'device', token: (await hall.device(kind, over)).token })
      },
    ]),
    ['phone', ticketRights, () => hall.phone(phoneUrl)],
  ]

  test.each(senders)('a %s may send what its rights say and nothing else', async (_who, held, connect) => {
    const client = await connect()
    for (const name of names) {
      const answer = await client.send(name, samples[name])
      const refusal = answer.ok ? null : answer.error
      if (held.includes(rightOf[name])) expect([name, refusal?.code]).not.toEqual([name, 'right/missing'])
      else
        expect([name, refusal]).toEqual([name, { code: 'right/missing', details: { right: rightOf[name] } }])
    }
  })

  test('what nobody of this kind may send is not even read', async () => {
    const phone = await hall.phone(phoneUrl)
    const anything = { id: 'x', config: { anything: [1] } }
    expect(await phone.sendRaw('hall:configure', anything)).toMatchObject({
      error: { code: 'right/missing', details: { right: 'hall:configure' } },
    })
  })

  test('the next of one service is a choice of its own', async () => {
    const chosen = { ...nowhere, service: 'information' }
    const clerk = await hall.person('choosing-clerk', 'clerk')
    expect(await clerk.send('ticket:call-next', chosen)).toMatchObject({
      error: { code: 'right/missing', details: { right: 'ticket:pick-service' } },
    })
    const supervisor = await hall.person('choosing-supervisor', 'supervisor')
    expect(await supervisor.refusal('ticket:call-next', chosen)).toBe('counter/unknown')
  })

  test('a phone may cancel its own ticket and no other', async () => {
    const kiosk = await hall.kiosk()
    const [own, other] = [
      await kiosk.does('ticket:issue', information),
      await kiosk.does('ticket:issue', information),
    ]
    const phone = await hall.phone(own.url!)
    expect(await phone.refusal('ticket:cancel', { ticket: other.ticket! })).toBe('right/missing')
    await phone.does('ticket:cancel', { ticket: own.ticket! })
  })

  test('a kiosk gives no tickets that go ahead of others; a receptionist does', async () => {
    const kiosk = await hall.kiosk()
    const rita = await hall.person('rita', 'receptionist')
    const ahead = { ...information, class: 'priority' } as const
    expect(await kiosk.send('ticket:issue', ahead)).toMatchObject({
      error: { code: 'right/missing', details: { right: 'ticket:change' } },
    })
    await rita.does('ticket:issue', ahead)
  })

  test('a kiosk gives no number of its own choice; a receptionist enters the one of a slip', async () => {
    const kiosk = await hall.kiosk()
    const rosa = await hall.person('rosa', 'receptionist')
    const slip = { ...information, number: 41 }
    expect(await kiosk.refusal('ticket:issue', slip)).toBe('right/missing')
    expect(await rosa.does('ticket:issue', slip)).toMatchObject({ label: 'A041' })
    expect(await rosa.refusal('ticket:issue', slip)).toBe('series/number-taken')
  })
})

describe('what somebody else changes in the database', () => {
  afterEach(() => void vi.useRealTimers())

  // Only the server's intervals are moved on: its beat, and its second look at who is there.
  test('reaches the lines that are open, within a minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const hall = await runningHall()
    const options = { cookie: await hall.staff('ana', 'clerk'), origin: hall.server.url, reconnects: true }
    const ana = await hall.connect({ kind: 'staff' }, options)
    const { id, token } = await hall.device('kiosk')
    const kiosk = await hall.connect({ kind: 'device', token })
    expect(await ana.refusal('ticket:cancel', nobody)).toBe('ticket/unknown')

    const db = openSqlite(join(hall.dataDirectory, 'eile.db'))
    await db.deleteFrom('role_rights').where('right', '=', 'ticket:cancel').execute()
    await db.updateTable('devices').set({ revoked_at: hall.now() }).where('id', '=', id).execute()
    await db.destroy()
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()

    expect(await kiosk.heard('session:ended')).toEqual({ code: 'credential/ended' })
    await kiosk.disconnected
    await ana.seen('desk', ({ me }) => !me.rights.includes('ticket:cancel'))
    expect(await ana.refusal('ticket:cancel', nobody)).toBe('right/missing')
  })
})
