import { isDeepStrictEqual } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Credential, StaffPage } from '#shared/protocol/handshake.ts'
import type { View } from '#shared/protocol/views.ts'
import { undoable } from '#shared/queue/steps.ts'

import type { Client } from './client.ts'
import { codeOf, openRunningHall, type RunningHall } from './running-hall.ts'

const here = { counter: 'counter-1' }

/** Each step that can be taken back, on the first of two visitors at Ana’s counter, and what goes before it. */
const steps: readonly (readonly [step: string, did: Did, before: readonly Did[]])[] = [
  ['ticket:called', ({ ana }) => ana.does('ticket:call-next', here), []],
  ['ticket:called', ({ ana, second }) => ana.does('ticket:call', { ...here, ticket: second }), []],
  ['ticket:started', start, [call]],
  ['ticket:paused', pause, [call, start]],
  ['ticket:resumed', resume, [call, start, pause]],
  ['ticket:missed', ({ ana, ticket }) => ana.does('ticket:miss', { ticket }), [call]],
  ['ticket:returned', ({ ana, ticket }) => ana.does('ticket:return', { ticket, place: 'end' }), [call]],
  ['ticket:returned', ({ ana, ticket }) => ana.does('ticket:return', { ticket }), [call, start]],
  ['ticket:transferred', transfer, [call]],
  ['ticket:transferred', transfer, [call, start, pause]],
  ['ticket:parked', park, [call]],
  ['ticket:parked', park, [call, start]],
  ['ticket:taken-up', ({ ana, ticket }) => ana.does('ticket:take-up', { ...here, ticket }), [call, park]],
  [
    'ticket:moved-on',
    ({ ana, ticket }) => ana.does('ticket:next-leg', { ticket, service: 'payments', note: 'pays for two' }),
    [call, start],
  ],
  [
    'ticket:changed',
    ({ ana, ticket }) => ana.does('ticket:change', { ticket, service: 'documents', class: 'priority' }),
    [call, start],
  ],
  [
    'ticket:finished',
    ({ ana, ticket }) => ana.does('ticket:finish', { ticket, result: 'papers-missing', quantity: 3 }),
    [call, start],
  ],
  ['ticket:cancelled', ({ ana, ticket }) => ana.does('ticket:cancel', { ticket }), [call]],
]

type Did = (at: Scene) => Promise<unknown>

function call({ ana, ticket }: Scene) {
  return ana.does('ticket:call', { ...here, ticket })
}
function start({ ana, ticket }: Scene) {
  return ana.does('ticket:start', { ticket })
}
function pause({ ana, ticket }: Scene) {
  return ana.does('ticket:pause', { ticket })
}
function resume({ ana, ticket }: Scene) {
  return ana.does('ticket:resume', { ticket })
}
function transfer({ ana, ticket }: Scene) {
  const bound = { counter: 'counter-3' }
  return ana.does('ticket:transfer', { ticket, service: 'tourism', bound, place: 'end', note: 'wants a map' })
}
function park({ ana, ticket }: Scene) {
  return ana.does('ticket:park', { ticket, minutes: 30, note: 'fetches a photo' })
}

interface Scene {
  readonly ana: Client
  readonly ticket: string
  readonly second: string
}

/** A page that is open all the time, and the way to open the same one anew. */
interface Surface {
  readonly audience: View['audience']
  readonly page: Client
  readonly again: () => Promise<Client>
}

let hall: RunningHall
let close: () => Promise<void>
let ana: Client
let kiosk: Client
let standing: Record<string, Surface>

beforeAll(async () => {
  ;({ hall, close } = await openRunningHall())
  const device = async (kind: string, over?: Record<string, unknown>) =>
    surface(kind as View['audience'], { kind: 'device', token: (await hall.device(kind, over)).token })
  const staff = async (username: string, role: string, page?: StaffPage) => {
    const options = { cookie: await hall.staff(username, role), origin: hall.server.url }
    return surface(page ?? 'desk', { kind: 'staff', ...(page && { page }) }, options)
  }
  standing = {
    'the kiosk': await device('kiosk'),
    'the display': await device('display'),
    'the display of the zone': await device('display', { zone: 'main' }),
    'the display over the counter': await device('counter-display', here),
    'the desk': await staff('ana', 'supervisor'),
    'the desk beside it': await staff('bob', 'clerk'),
    'the reception': await staff('rita', 'receptionist', 'reception'),
    'the supervisor’s page': await staff('sue', 'supervisor', 'supervisor'),
    'the calls page': await surface('display', { kind: 'public' }),
  }
  ana = standing['the desk']!.page
  kiosk = standing['the kiosk']!.page
  await ana.does('shift:open', here)
  await standing['the desk beside it']!.page.does('shift:open', { counter: 'counter-2' })
})
afterAll(() => close())

test('of each step that the rules let a clerk take back it is said here what all pages see', () => {
  expect(new Set(steps.map(([step]) => step))).toEqual(undoable)
})

test.each(steps)(
  '%s is taken back, and every page sees the hall as it was before',
  async (step, did, goes) => {
    const first = await kiosk.does('ticket:issue', {
      service: 'information',
      language: 'en',
      needs: ['sight'],
    })
    const { ticket: second } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
    const scene: Scene = { ana, ticket: first.ticket!, second: second! }
    const phone = await surface('phone', { kind: 'ticket', code: codeOf(first.url!) })
    const surfaces = { ...standing, 'the phone': phone }
    for (const before of goes) {
      await before(scene)
      hall.pass(1)
    }

    const before = await seenOn(surfaces)
    await did(scene)
    hall.pass(2)
    const meanwhile = await seenOn(surfaces)
    expect(meanwhile['the desk']).toMatchObject({ undo: { step } })
    expect(lasting(meanwhile)).not.toEqual(lasting(before))

    await ana.does('step:undo', here)
    const after = await seenOn(surfaces)
    expect(lasting(after)).toEqual(lasting(before))
    expect(after['the desk']).toMatchObject({ undo: null })
    await sameOnOpenPages(surfaces, after)

    await emptied(scene)
  },
  20_000,
)

/** What each page shows when it is opened now. */
async function seenOn(surfaces: Record<string, Surface>): Promise<Record<string, View>> {
  const views = Object.entries(surfaces).map(async ([name, { again, audience }]) => {
    const page = await again()
    const view = await page.seen(audience)
    page.socket.disconnect()
    return [name, view] as const
  })
  return Object.fromEntries(await Promise.all(views))
}

/** Whoever had the page open all the time sees the same by now. */
async function sameOnOpenPages(surfaces: Record<string, Surface>, now: Record<string, View>) {
  for (const [name, { page, audience }] of Object.entries(surfaces)) {
    const isSame = (view: View) => isDeepStrictEqual(lasting(view), lasting(now[name]!))
    await page.seen(audience, isSame)
  }
}

/**
 * All but what rightly differs: there is nothing left to take back; what is foreseen of the hall is foreseen anew all the time,
 * and the twin may have run meanwhile.
 */
function lasting(views: View | Record<string, View>): unknown {
  const text = JSON.stringify(views, (name, value: unknown) =>
    ['undo', 'promised', 'lastTickets', 'late'].includes(name) ? undefined : value,
  )
  return JSON.parse(text)
}

async function emptied({ ticket, second }: Scene): Promise<void> {
  for (const one of [ticket, second]) {
    await ana.send('ticket:miss', { ticket: one })
    await ana.send('ticket:finish', { ticket: one })
    await ana.send('ticket:report', { ticket: one })
    await ana.send('ticket:cancel', { ticket: one })
  }
  await ana.seen(
    'desk',
    ({ visitor, waitingInAll, parked }) => !visitor && waitingInAll + parked.length === 0,
  )
}

async function surface(
  audience: View['audience'],
  credential: Credential,
  options: { cookie?: string; origin?: string } = {},
): Promise<Surface> {
  const again = () => hall.connect(credential, options)
  return { audience, page: await again(), again }
}
