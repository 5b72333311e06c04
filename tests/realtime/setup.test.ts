import { expect, test } from 'vitest'

import type { NewHall } from '#shared/protocol/setup.ts'
import { weekdays } from '#shared/queue/config.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

const administrator = { name: 'Ona Onaitė', username: 'ona', password: 'a long enough password' }
const hall: NewHall = {
  from: 'example',
  name: 'Naujoji salė',
  timeZone: 'Europe/Vilnius',
  languages: ['lt', 'en'],
  week: weekOf([['08:00', '17:00']]),
}

test('a new hall is set up by the link, and whoever did it is signed in as its administrator', async () => {
  const at = await runningHall({ from: 'nothing' })
  expect(await needs(at)).toEqual({ needed: true, hall: true, administrator: true })

  const done = await setUp(at, { token: tokenOf(at), administrator, hall })

  expect([done.status, done.told]).toEqual([200, {}])
  expect(await needs(at)).toEqual({ needed: false, hall: false, administrator: false })
  const told = await at.operate('export')
  expect(told).toMatchObject({
    config: {
      name: { lt: 'Naujoji salė', en: 'Naujoji salė' },
      languages: ['lt', 'en'],
      hours: { week: hall.week, exceptions: {} },
      services: expect.arrayContaining([expect.objectContaining({ id: 'information' })]) as unknown[],
    },
  })
  expect((await at.operate('staff list')).lines).toEqual(['ona\tadministrator\tOna Onaitė'])
  const desk = await at.connect({ kind: 'staff' }, { cookie: done.cookie, origin: at.server.url })
  expect(await desk.heard('hall:welcomed')).toMatchObject({ name: 'Ona Onaitė' })
  const kiosk = await at.kiosk()
  expect(await kiosk.send('ticket:issue', issue)).toMatchObject({ ok: true })
})

test('an empty hall has a group and a zone, and shows itself to a kiosk, a display and a desk', async () => {
  const at = await runningHall({ from: 'nothing' })
  const { cookie } = await setUp(at, { token: tokenOf(at), administrator, hall: { ...hall, from: 'empty' } })

  expect(await at.operate('export')).toMatchObject({
    config: { services: [], counters: [], groups: [{ id: 'services' }], zones: [{ id: 'hall' }] },
  })
  const kiosk = await at.kiosk()
  expect(await kiosk.heard('view:changed')).toMatchObject({ view: { services: [], hall: { open: true } } })
  const display = await at.display()
  expect(await display.heard('view:changed')).toMatchObject({ view: { waiting: [] } })
  const desk = await at.connect({ kind: 'staff' }, { cookie, origin: at.server.url })
  expect(await desk.heard('view:changed')).toMatchObject({ view: { services: [], counters: [] } })
})

test('a hall is set up once, even by two who press at the same moment', async () => {
  const at = await runningHall({ from: 'nothing' })
  const order = { token: tokenOf(at), administrator, hall }
  const second = { ...order, administrator: { ...administrator, username: 'petras' } }
  const answers = await Promise.all([setUp(at, order), setUp(at, second)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])

  const third = await setUp(at, second)
  expect([third.status, third.told]).toEqual([409, { code: 'setup/done' }])
  expect((await at.operate('staff list')).lines).toHaveLength(1)
})

test('a wrong link changes nothing, however often, and the right one is another after the next start', async () => {
  const at = await runningHall({ from: 'nothing' })
  const token = tokenOf(at)
  const wrong = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'].filter((letter) => letter !== token.at(-1))
  for (const letter of wrong) {
    const refused = await setUp(at, { token: token.slice(0, -1) + letter, administrator, hall })
    expect([refused.status, refused.told]).toEqual([403, { code: 'setup/wrong-token' }])
  }

  await at.restart()
  expect(await setUp(at, { token, administrator, hall })).toMatchObject({
    told: { code: 'setup/wrong-token' },
  })
  expect(await needs(at)).toEqual({ needed: true, hall: true, administrator: true })
  expect(tokenOf(at)).not.toBe(token)
  expect(await setUp(at, { token: tokenOf(at), administrator, hall })).toMatchObject({ status: 200 })
})

test('a page can ask whether its link is good before anybody fills in a form', async () => {
  const at = await runningHall({ from: 'nothing' })
  expect(await setUp(at, { token: tokenOf(at) }, '/link')).toMatchObject({ status: 200 })
  expect(await setUp(at, { token: 'another' }, '/link')).toMatchObject({
    told: { code: 'setup/wrong-token' },
  })
  await setUp(at, { token: tokenOf(at), administrator, hall })
  expect(await setUp(at, { token: tokenOf(at) }, '/link')).toMatchObject({ told: { code: 'setup/done' } })
})

test.each([
  ['a short password', { password: 'short' }, 'password', 'weak-password'],
  ['a guessed password', { password: 'Password123' }, 'password', 'weak-password'],
  [
    'the user name as password',
    { username: 'onaonaonaite', password: 'onaonaonaite' },
    'password',
    'weak-password',
  ],
  ['an odd user name', { username: 'Ona O.' }, 'username', 'bad-username'],
  ['no name', { name: ' ' }, 'name', 'unnamed'],
])('with %s nobody is added, and the field is named', async (_, change, field, code) => {
  const at = await runningHall({ from: 'nothing' })
  const order = { token: tokenOf(at), hall, administrator: { ...administrator, ...change } }
  const refused = await setUp(at, order)
  expect([refused.status, refused.told]).toMatchObject([
    422,
    { code: 'setup/invalid', details: { [`administrator.${field}`]: `staff/${code}` } },
  ])
  expect(await needs(at)).toEqual({ needed: true, hall: true, administrator: true })
})

test.each([
  ['an unknown time zone', { timeZone: 'Europe/Nowhere' }, { 'hall.timeZone': 'setup/bad-time-zone' }],
  ['no name', { name: '' }, { 'hall.name': 'setup/unnamed' }],
  ['Lithuanian not first', { languages: ['en', 'lt'] }, { 'hall.languages': 'setup/bad-languages' }],
  ['no language', { languages: [] }, { 'hall.languages': 'setup/bad-languages' }],
  ['no open day', { week: weekOf([]) }, { 'hall.week': 'setup/never-open' }],
  [
    'an end before the beginning',
    { week: { ...hall.week, friday: [['17:00', '08:00']] } },
    { 'hall.week.friday': 'setup/bad-hours' },
  ],
  ['hours that are none', { week: 'always' }, { 'hall.week': 'setup/malformed' }],
  ['another model', { from: 'nowhere' }, { 'hall.from': 'setup/malformed' }],
])('a hall with %s is not made, and the field is named', async (_, change, details) => {
  const at = await runningHall({ from: 'nothing' })
  const refused = await setUp(at, { token: tokenOf(at), administrator, hall: { ...hall, ...change } })
  expect([refused.status, refused.told]).toEqual([422, { code: 'setup/invalid', details }])
  expect(await needs(at)).toEqual({ needed: true, hall: true, administrator: true })
})

test('all that is wrong is told at once', async () => {
  const at = await runningHall({ from: 'nothing' })
  const refused = await setUp(at, {
    token: tokenOf(at),
    administrator: { name: '', username: 'o', password: 'short' },
    hall: { ...hall, name: '' },
  })
  expect(Object.keys((refused.told as { details: object }).details).sort()).toEqual([
    'administrator.name',
    'administrator.password',
    'administrator.username',
    'hall.name',
  ])
})

test('a hall that was imported lacks only its administrator, and keeps its configuration', async () => {
  const at = await runningHall()
  await at.restart()
  expect(await needs(at)).toEqual({ needed: true, hall: false, administrator: true })
  expect(await setUp(at, { token: tokenOf(at), administrator })).toMatchObject({ status: 200 })
  expect(await at.operate('export')).toMatchObject({ config: { languages: ['lt', 'en', 'ru', 'pl', 'uk'] } })
})

test('a hall with an administrator lacks only its configuration, and gets nobody new', async () => {
  const at = await runningHall({ from: 'nothing' })
  await at.staff('jonas', 'administrator')
  expect(await needs(at)).toEqual({ needed: true, hall: true, administrator: false })
  expect(await setUp(at, { token: tokenOf(at), administrator, hall })).toMatchObject({
    status: 200,
    cookie: '',
  })
  expect((await at.operate('staff list')).lines).toHaveLength(1)
})

test('a user name that somebody has already is refused before the hall is made', async () => {
  const at = await runningHall({ from: 'nothing' })
  await at.staff('ona', 'clerk')
  expect(await setUp(at, { token: tokenOf(at), administrator, hall })).toMatchObject({
    status: 422,
    told: { details: { 'administrator.username': 'staff/username-taken' } },
  })
  expect(await needs(at)).toMatchObject({ hall: true })
})

test('a hall that the command line made is set up: there is no link', async () => {
  const at = await runningHall()
  await at.staff('jonas', 'administrator')
  await at.restart()
  expect(at.server.setupLink).toBeNull()
})

test('a page of another site cannot set a hall up', async () => {
  const at = await runningHall({ from: 'nothing' })
  const order = { token: tokenOf(at), administrator, hall }
  expect(await setUp(at, order, '', 'http://evil.example')).toMatchObject({
    status: 403,
    told: { code: 'credential/origin' },
  })
  expect(await needs(at)).toMatchObject({ needed: true })
})

test.each(['not JSON', 'null', '[]', '{"token":7}'])('an order %j is no link', async (body) => {
  const at = await runningHall({ from: 'nothing' })
  const answer = await fetch(`${at.server.url}/api/setup`, { method: 'POST', headers: headers(at), body })
  expect([answer.status, await answer.json()]).toEqual([403, { code: 'setup/wrong-token' }])
})

const issue = { service: 'information', language: 'lt' } as const

function tokenOf({ server }: RunningHall): string {
  return server.setupLink!.split('#token=')[1]!
}

async function needs({ server }: RunningHall): Promise<unknown> {
  return await (await fetch(`${server.url}/api/setup`)).json()
}

async function setUp(at: RunningHall, order: object, path = '', origin = at.server.url) {
  const answer = await fetch(`${at.server.url}/api/setup${path}`, {
    method: 'POST',
    // A restarted server does not know the old connections.
    headers: { ...headers(at), origin, connection: 'close' },
    body: JSON.stringify(order),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { status: answer.status, told: (await answer.json()) as unknown, cookie: cookies.join('; ') }
}

function headers({ server }: RunningHall) {
  return { 'content-type': 'application/json', origin: server.url }
}

function weekOf(times: readonly (readonly [string, string])[]): NewHall['week'] {
  return Object.fromEntries(weekdays.map((day) => [day, times])) as unknown as NewHall['week']
}
