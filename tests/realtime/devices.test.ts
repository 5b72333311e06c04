import { expect, test } from 'vitest'

import type { AddedDevice, AskedCode, Claimed, DeviceList, ListedDevice } from '#shared/protocol/devices.ts'

import { nameOf, runningHall, type RunningHall } from './running-hall.ts'

/** Somebody at a page of the hall: asks, and gives what was answered. */
function at(hall: RunningHall, cookie = '') {
  return async function ask<T = { code: string; details: Record<string, unknown> }>(
    method: string,
    path: string,
    body?: object,
    origin = hall.server.url,
  ): Promise<{ status: number; body: T }> {
    const answer = await fetch(`${hall.server.url}${path}`, {
      method,
      // A restarted server does not know the connections of the one before.
      headers: {
        connection: 'close',
        'content-type': 'application/json',
        cookie,
        ...(method !== 'GET' && { origin }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (answer.status === 204 ? null : await answer.json()) as T }
  }
}

type Ask = ReturnType<typeof at>

async function supervised() {
  const hall = await runningHall()
  return { hall, ask: at(hall, await hall.staff('sofija', 'supervisor')) }
}

async function newScreen(hall: RunningHall, kind = 'kiosk'): Promise<AskedCode> {
  const { status, body } = await at(hall)<AskedCode>('POST', '/api/pairing', { kind })
  expect(status).toBe(200)
  return body
}

async function claimed(hall: RunningHall, secret: string): Promise<Claimed | { code: string }> {
  return (await at(hall)<Claimed>('POST', '/api/pairing/claim', { secret })).body
}

/** The token that a screen has been given. */
async function tokenOf(hall: RunningHall, secret: string): Promise<string> {
  const answer = await claimed(hall, secret)
  if (!('token' in answer)) throw new Error(JSON.stringify(answer))
  return answer.token
}

async function list(ask: Ask): Promise<readonly ListedDevice[]> {
  return (await ask<DeviceList>('GET', '/api/devices')).body.devices
}

/** Asks until the list says so: a line that was hung up is noticed a moment later. */
async function listed(ask: Ask, fits: (devices: readonly ListedDevice[]) => boolean) {
  return expect.poll(async () => fits(await list(ask)), { interval: 20, timeout: 5_000 }).toBe(true)
}

test('whoever looks after the screens is told by which address they reach the server', async () => {
  const { hall, ask } = await supervised()
  const { body } = await ask<DeviceList>('GET', '/api/devices')
  expect(body.publicUrl).toBe(hall.server.url)
})

test('a new screen shows a code, a supervisor enters it, and the screen connects as that device', async () => {
  const { hall, ask } = await supervised()
  const screen = await newScreen(hall)
  expect(screen.page).toBe(`${hall.server.url}/counter/devices`)
  expect(await claimed(hall, screen.secret)).toMatchObject({ state: 'waiting', code: screen.code })

  const wish = { kind: 'kiosk', name: 'Prie durų', printer: 'preview:', widthDots: 384 }
  const paired = await ask<{ id: string }>('POST', '/api/devices/pair', { ...wish, code: ` ${screen.code} ` })
  expect(paired.status).toBe(201)

  const token = await tokenOf(hall, screen.secret)
  expect(await tokenOf(hall, screen.secret), 'an answer that was lost').toBe(token)
  const kiosk = await hall.connect({ kind: 'device', token })
  expect(await kiosk.heard('hall:welcomed')).toMatchObject({ name: 'Prie durų' })
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  expect(await claimed(hall, screen.secret)).toMatchObject({ code: 'pairing/expired' })
  expect(await list(ask)).toMatchObject([
    { id: paired.body.id, ...wish, state: 'connected', revoked: false, printerState: 'ready' },
  ])
})

test('a screen becomes what it shows, whatever the supervisor took it for', async () => {
  const { hall, ask } = await supervised()
  const screen = await newScreen(hall, 'display')
  const zones = (await ask<DeviceList>('GET', '/api/devices')).body.zones
  const wish = { name: 'Salė', zone: zones[0]!.id, code: screen.code }
  const other = { status: 400, body: { code: 'pairing/other-kind', details: { kind: 'display' } } }
  expect(await ask('POST', '/api/devices/pair', { ...wish, kind: 'kiosk' })).toEqual(other)
  const { id } = await hall.device('kiosk')
  expect(await ask('POST', `/api/devices/${id}/replace`, { code: screen.code })).toEqual(other)
  expect(await ask('POST', '/api/devices/pair', { ...wish, kind: 'display' })).toMatchObject({ status: 201 })
  expect(await claimed(hall, screen.secret)).toMatchObject({ state: 'paired' })
})

test('a screen over a counter is paired with one of the hall, and sees no other', async () => {
  const { hall, ask } = await supervised()
  const screen = await newScreen(hall, 'counter-display')
  const { counters } = (await ask<DeviceList>('GET', '/api/devices')).body
  const pair = (wish: object) =>
    ask('POST', '/api/devices/pair', {
      ...{ kind: 'counter-display', name: 'Virš 2 langelio', code: screen.code },
      ...wish,
    })
  expect(await pair({})).toMatchObject({ status: 400, body: { code: 'device/no-counter' } })
  expect(await pair({ counter: 'moon' })).toMatchObject({ body: { code: 'device/unknown-counter' } })
  const [, second] = counters
  expect(await pair({ counter: second!.id })).toMatchObject({ status: 201 })

  const over = await hall.connect({ kind: 'device', token: await tokenOf(hall, screen.secret) })
  expect(await over.seen('counter-display')).toMatchObject({ label: second!.label, state: 'closed' })
  const clerk = await hall.person('rasa', 'clerk')
  const shift = { profile: null, takeOver: false }
  await clerk.does('shift:open', { counter: second!.id, ...shift })
  expect(await over.seen('counter-display', ({ state }) => state === 'open')).toMatchObject({ clerk: null })
  expect(await over.refusal('shift:close', { counter: second!.id })).toBe('right/missing')

  // Told by a hall that wants it, under the name by which colleagues call her.
  const told = await hall.operate('export')
  const config = (told as unknown as { config: { rules: object } }).config
  await hall.operate('import', { config: { ...config, rules: { ...config.rules, showClerk: true } } })
  const { clerk: sits } = await over.seen('counter-display', ({ clerk }) => clerk !== null)
  expect(sits).toEqual({ name: nameOf('rasa'), role: 'clerk' })

  // Moved to another desk it connects again and shows that one.
  const [device] = await list(ask)
  expect(await ask('PATCH', `/api/devices/${device!.id}`, { counter: null })).toMatchObject({ status: 400 })
  expect(await ask('PATCH', `/api/devices/${device!.id}`, { counter: counters[0]!.id })).toMatchObject({
    status: 204,
  })
  await over.disconnected
  expect((await list(ask))[0]).toMatchObject({ kind: 'counter-display', counter: counters[0]!.id })
})

test('a code is good once, and a wish that is refused leaves it as it was', async () => {
  const { hall, ask } = await supervised()
  const { code } = await newScreen(hall)
  const pair = (wish: object) => ask('POST', '/api/devices/pair', { kind: 'kiosk', name: 'A', code, ...wish })
  expect(await pair({ name: ' ' })).toMatchObject({ status: 400, body: { code: 'device/unnamed' } })
  expect(await pair({ printer: 'lp0' })).toMatchObject({ status: 400, body: { code: 'device/bad-printer' } })
  expect(await pair({ name: 7 })).toMatchObject({ status: 400, body: { code: 'command/malformed' } })
  expect(await pair({})).toMatchObject({ status: 201 })
  expect(await pair({})).toMatchObject({ status: 404, body: { code: 'pairing/unknown-code' } })
  expect(await list(ask)).toHaveLength(1)
})

test('who enters ten wrong codes is blocked for a while, and nobody else is', async () => {
  const { hall, ask } = await supervised()
  const other = at(hall, await hall.staff('tomas', 'administrator'))
  const { code } = await newScreen(hall)
  const wish = { kind: 'kiosk', name: 'A' }
  for (let n = 0; n < 10; n += 1) await ask('POST', '/api/devices/pair', { ...wish, code: 'nothing' })
  const blocked = await ask('POST', '/api/devices/pair', { ...wish, code })
  expect(blocked).toMatchObject({ status: 429, body: { code: 'pairing/blocked' } })
  expect(blocked.body.details['until']).toBeGreaterThan(hall.now() + 9 * 60_000)
  expect((await other('POST', '/api/devices/pair', { ...wish, code })).status).toBe(201)
})

test('a new screen that a replaced one gave its place to is the same device, and the old one is cut off', async () => {
  const { hall, ask } = await supervised()
  const { id, token } = await hall.device('kiosk')
  const old = await hall.connect({ kind: 'device', token })
  const screen = await newScreen(hall)
  expect(await ask('POST', `/api/devices/${id}/replace`, { code: 'wrong' })).toMatchObject({ status: 404 })
  expect(await ask('POST', `/api/devices/${id}/replace`, { code: screen.code })).toMatchObject({
    status: 204,
  })

  expect(await old.heard('session:ended')).toEqual({ code: 'credential/ended' })
  await expect(hall.connect({ kind: 'device', token })).rejects.toThrow('credential/unknown')
  const kiosk = await hall.connect({ kind: 'device', token: await tokenOf(hall, screen.secret) })
  expect(await kiosk.heard('hall:welcomed')).toMatchObject({ name: 'The kiosk' })
  expect((await list(ask)).map((device) => device.id)).toEqual([id])
})

test('what was said by a screen that was replaced, or is revoked, is not said of the device any more', async () => {
  const { hall, ask } = await supervised()
  const { id, token } = await hall.device('display')
  const old = await hall.connect({ kind: 'device', token })
  await old.does('call:confirm', { call: null, outcome: 'blocked', lagMs: 0 })
  expect(await list(ask)).toMatchObject([{ lastSpoken: { outcome: 'blocked' } }])
  const screen = await newScreen(hall, 'display')
  expect((await ask('POST', `/api/devices/${id}/replace`, { code: screen.code })).status).toBe(204)
  expect(await list(ask)).toMatchObject([{ lastSpoken: null }])

  const display = await hall.connect({ kind: 'device', token: await tokenOf(hall, screen.secret) })
  await display.does('call:confirm', { call: null, outcome: 'chimed', lagMs: 0 })
  expect((await ask('DELETE', `/api/devices/${id}`)).status).toBe(204)
  expect(await list(ask)).toMatchObject([{ revoked: true, lastSpoken: null }])
})

test('a device is added without a code, and the page that is told opens it', async () => {
  const { hall, ask } = await supervised()
  const { status, body } = await ask<AddedDevice>('POST', '/api/devices', { kind: 'display', name: 'Salė' })
  expect(status).toBe(201)
  expect(body.page).toBe(`/display#token=${body.token}`)
  const display = await hall.connect({ kind: 'device', token: body.token })
  await display.seen('display')
})

test('a device that gets another name and printer connects again, as what it is by now', async () => {
  const { hall, ask } = await supervised()
  const { id, token } = await hall.device('kiosk', { printer: 'tcp://127.0.0.1:9' })
  const kiosk = await hall.connect({ kind: 'device', token }, { reconnects: true })
  await kiosk.heard('printer:changed', ({ state }) => state === 'offline')

  const change = { name: 'Prie lango', printer: 'preview:' }
  expect((await ask('PATCH', `/api/devices/${id}`, change)).status).toBe(204)
  await kiosk.heard('hall:welcomed', ({ name }) => name === 'Prie lango')
  await kiosk.heard('printer:changed', ({ state }) => state === 'ready')
  expect(kiosk.messages.map(({ name }) => name)).not.toContain('session:ended')
  expect(await list(ask)).toMatchObject([{ id, ...change }])
  expect(await ask('PATCH', `/api/devices/${id}`, { zone: 'moon' })).toMatchObject({
    body: { code: 'device/unknown-zone' },
  })
})

test('a kiosk that no longer has a printer lets go of it; given back, it is asked anew', async () => {
  const { hall, ask } = await supervised()
  const printer = 'tcp://127.0.0.1:9'
  const { id, token } = await hall.device('kiosk', { printer })
  const kiosk = await hall.connect({ kind: 'device', token }, { reconnects: true })
  await kiosk.heard('printer:changed', ({ state }) => state === 'offline')
  await ask('PATCH', `/api/devices/${id}`, { printer: null })
  await kiosk.heard('printer:changed', ({ state }) => state === null)
  await ask('PATCH', `/api/devices/${id}`, { printer })
  const told = () =>
    kiosk.messages.filter(({ name }) => name === 'printer:changed').map(({ fields }) => fields)
  await expect.poll(told).toHaveLength(5)
  expect(told()[3]).toEqual({ state: 'unverifiable' })
})

test('desks call a kiosk by its new name', async () => {
  const { hall, ask } = await supervised()
  const { id, token } = await hall.device('kiosk')
  await ask('PATCH', `/api/devices/${id}`, { name: 'Prie lango' })
  const kiosk = await hall.connect({ kind: 'device', token })
  const desk = await hall.person('ona', 'clerk')
  await kiosk.does('assistance:ask', {})
  await desk.seen('desk', ({ assistance }) => assistance[0]?.name === 'Prie lango')
})

test('a display that was measured is told its panel, and others of its zone are not', async () => {
  const { hall, ask } = await supervised()
  const [measured, other] = [await hall.device('display'), await hall.device('display')]
  const change = (panel: object | null) => ask('PATCH', `/api/devices/${measured.id}`, { panel })
  expect(await change({ inches: 43, distanceMetres: 30 })).toMatchObject({
    status: 400,
    body: { code: 'device/panel-too-small', details: { need: 366, room: 159 } },
  })
  expect(await change({ inches: 43 })).toMatchObject({ status: 400, body: { code: 'command/malformed' } })
  const panel = { inches: 43, distanceMetres: 8 }
  expect((await change(panel)).status).toBe(204)
  expect(await list(ask)).toMatchObject([{ panel }, { panel: null }])

  const screens = await Promise.all(
    [measured, other].map(({ token }) => hall.connect({ kind: 'device', token })),
  )
  expect((await Promise.all(screens.map((one) => one.seen('display')))).map((view) => view.panel)).toEqual([
    panel,
    null,
  ])
  expect(await hall.operate('device panel', { id: measured.id })).toMatchObject({ ok: true })
  expect(await list(ask)).toMatchObject([{ panel: null }, { panel: null }])
})

test('a panel is judged as its display says that it hangs, or whoever hung it', async () => {
  const { hall, ask } = await supervised()
  const { id, token } = await hall.device('display')
  const panel = { inches: 43, distanceMetres: 12 }
  const change = (changes: object) => ask('PATCH', `/api/devices/${id}`, { panel, ...changes })
  const small = { status: 400, body: { code: 'device/panel-too-small', details: { need: 147, room: 127 } } }
  expect((await change({})).status).toBe(204)
  expect(await change({ upright: true })).toMatchObject(small)
  const display = await hall.connect({ kind: 'device', token })
  const picture = { width: 1_080, height: 1_920 }
  await display.does('device:report', { build: 'test', drawnAgo: 0, ahead: 0, lastCall: null, picture })
  expect(await list(ask)).toMatchObject([{ health: { picture } }])
  expect(await change({})).toMatchObject(small)
  expect(await hall.operate('device panel', { id, panel: '43', distance: '12' })).toMatchObject({ ok: false })
  const add = { kind: 'display', name: 'Stačias', panel: '43', distance: '12', upright: true }
  expect(await hall.operate('device add', add)).toMatchObject({ ok: false })
})

test('which display speaks is chosen on the page and at the command line, one for each call', async () => {
  const { hall, ask } = await supervised()
  const [first, second] = [await hall.device('display', { name: 'Salė' }), await hall.device('display')]
  expect(await list(ask)).toMatchObject([{ sound: 'voice' }, { sound: 'silent' }])
  const change = (sound: unknown) => ask('PATCH', `/api/devices/${second.id}`, { sound })
  expect(await change('voice')).toMatchObject({
    status: 400,
    body: { code: 'device/zone-spoken', details: { name: 'Salė' } },
  })
  expect(await change('loud')).toMatchObject({ status: 400, body: { code: 'device/unknown-sound' } })
  expect(await change(1)).toMatchObject({ status: 400, body: { code: 'command/malformed' } })
  expect(await hall.operate('device sound', { id: first.id, sound: 'chime' })).toMatchObject({ ok: true })
  expect((await change('voice')).status).toBe(204)
  expect(await list(ask)).toMatchObject([{ sound: 'chime' }, { sound: 'voice' }])
})

test('a display is asked to be heard, no other is, and nothing that could not be', async () => {
  const { hall, ask } = await supervised()
  const [asked, other] = [await hall.device('display'), await hall.device('display')]
  const kiosk = await hall.device('kiosk')
  const order = (id: string) => ask('POST', `/api/devices/${id}/sound`)
  expect(await order(asked.id)).toMatchObject({ status: 400, body: { code: 'device/not-connected' } })
  const [one, two] = await Promise.all(
    [asked, other, kiosk].map(({ token }) => hall.connect({ kind: 'device', token })),
  )
  await Promise.all([one!.seen('display'), two!.seen('display')])
  expect((await order(asked.id)).status).toBe(204)
  await one!.heard('sound:asked')
  expect((await order(kiosk.id)).status).toBe(400)
  expect(await order('nothing')).toMatchObject({ status: 404, body: { code: 'device/unknown' } })
  await one!.does('call:confirm', { call: null, outcome: 'played', lagMs: 0 })
  expect(await list(ask)).toMatchObject([{ lastSpoken: { outcome: 'played' } }, { lastSpoken: null }, {}])
  expect(two!.messages.filter(({ name }) => name === 'sound:asked')).toEqual([])
})

test('a revoked device is cut off, stays in the list as revoked and can be changed no more', async () => {
  const { hall, ask } = await supervised()
  const { id, token } = await hall.device('kiosk')
  const kiosk = await hall.connect({ kind: 'device', token })
  expect((await ask('DELETE', `/api/devices/${id}`)).status).toBe(204)
  expect(await kiosk.heard('session:ended')).toEqual({ code: 'credential/ended' })
  await listed(ask, ([device]) => device?.revoked === true && device.state === 'away')
  for (const [method, path, body] of [
    ['DELETE', '', undefined],
    ['PATCH', '', { name: 'A' }],
    ['POST', '/replace', { code: 'CDF347' }],
  ] as const) {
    expect(await ask(method, `/api/devices/${id}${path}`, body)).toMatchObject({
      status: 404,
      body: { code: 'device/unknown' },
    })
  }
})

test('tokens, and when a device was seen, survive a restart', async () => {
  const { hall, ask } = await supervised()
  const { token } = await hall.device('kiosk')
  const never = await hall.device('display')
  const kiosk = await hall.connect({ kind: 'device', token })
  await listed(ask, ([device]) => device?.state === 'connected')
  const [before] = await list(ask)
  hall.pass(30)
  kiosk.socket.disconnect()
  await listed(ask, ([device]) => device?.state === 'away' && device.since! >= before!.since! + 30 * 60_000)
  const [away] = await list(ask)

  await hall.restart()
  const after = await list(ask)
  expect(after[0]).toEqual(away)
  expect(after[1]).toMatchObject({ id: never.id, state: 'away', since: null })
  await hall.connect({ kind: 'device', token })
})

test('a device that is connected when the server stops was seen then', async () => {
  const { hall, ask } = await supervised()
  const { token } = await hall.device('kiosk')
  await hall.connect({ kind: 'device', token })
  await listed(ask, ([device]) => device?.state === 'connected')
  const [{ since } = { since: null }] = await list(ask)
  hall.pass(30)
  await hall.restart()
  const [device] = await list(ask)
  expect(device).toMatchObject({ state: 'away' })
  expect(device!.since).toBeGreaterThanOrEqual(since! + 30 * 60_000)
})

test('only staff who may look after devices do, and only from pages of the hall', async () => {
  const { hall, ask } = await supervised()
  const { id } = await hall.device('kiosk')
  const clerk = at(hall, await hall.staff('ona', 'clerk'))
  const requests = [
    ['GET', '/api/devices', undefined],
    ['POST', '/api/devices', { kind: 'kiosk', name: 'A' }],
    ['POST', '/api/devices/pair', { kind: 'kiosk', name: 'A', code: 'CDF347' }],
    ['PATCH', `/api/devices/${id}`, { name: 'A' }],
    ['POST', `/api/devices/${id}/replace`, { code: 'CDF347' }],
    ['DELETE', `/api/devices/${id}`, undefined],
  ] as const
  for (const [method, path, body] of requests) {
    expect((await at(hall)(method, path, body)).status, `nobody: ${method} ${path}`).toBe(401)
    expect((await clerk(method, path, body)).status, `a clerk: ${method} ${path}`).toBe(403)
    if (method === 'GET') continue
    const foreign = await ask(method, path, body, 'http://evil.example')
    expect(foreign, `${method} ${path}`).toMatchObject({ status: 403, body: { code: 'credential/origin' } })
  }
  expect(await list(ask)).toMatchObject([{ id, name: 'The kiosk', revoked: false }])
})

test.each([{}, { kind: 'print-agent' }, { kind: 'kiosk', more: 1 }])(
  'a screen that asks with %j gets no code',
  async (body) => {
    const hall = await runningHall()
    expect(await at(hall)('POST', '/api/pairing', body)).toMatchObject({
      status: 400,
      body: { code: 'command/malformed' },
    })
  },
)
