import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import type { Voice } from '#server/voice/voice.ts'
import { sayingOf } from '#shared/voice/phrase.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

/** Sounds named by what is said in them. */
const clipsOf: Voice['clipsOf'] = (call, languages) =>
  sayingOf(call, languages).map(({ language, pieces }) => ({ language, clips: [...pieces] }))

const played = { outcome: 'played', lagMs: 400 } as const

/** Two counters of one zone, each with a clerk. */
async function atTwoCounters(hall: RunningHall) {
  const [ana, bob] = [await hall.person('ana', 'clerk'), await hall.person('bob', 'clerk')]
  await ana.does('shift:open', { counter: 'counter-1' })
  await bob.does('shift:open', { counter: 'counter-2' })
  return [ana, bob] as const
}

test('two calls within a second come in order, each to be said as itself and in its own language', async () => {
  const hall = await runningHall({ clipsOf })
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const [ana, bob] = await atTwoCounters(hall)
  await kiosk.does('ticket:issue', { service: 'information', language: 'en' })
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await Promise.all([
    ana.does('ticket:call-next', { counter: 'counter-1' }),
    bob.does('ticket:call-next', { counter: 'counter-2' }),
  ])
  const first = await display.heard('ticket:called', ({ label }) => label === 'A001')
  const second = await display.heard('ticket:called', ({ label }) => label === 'A002')
  expect(second.call).toBeGreaterThan(first.call)
  expect(first.spoken).toEqual(clipsOf({ label: 'A001', counter: first.counter }, ['en']))
  expect(first.spoken.map(({ language }) => language)).toEqual(['lt', 'en'])
  expect(second.spoken).toEqual(clipsOf({ label: 'A002', counter: second.counter }, ['lt']))
  expect(second.spoken.map(({ language }) => language)).toEqual(['lt'])
})

test('the desk sees whether its call was heard, and a recall waits for its own word', async () => {
  const hall = await runningHall({ clipsOf })
  const [kiosk, display, silent] = [await hall.kiosk(), await hall.display(), await hall.display()]
  expect(await display.heard('sound:changed')).toEqual({ sound: 'voice' })
  expect(await silent.heard('sound:changed')).toEqual({ sound: 'silent' })
  const [ana] = await atTwoCounters(hall)
  const { ticket } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  const state = (wanted: string) =>
    ana.seen('desk', ({ visitor }) => visitor?.announced?.state === wanted).then(({ visitor }) => visitor!)

  await ana.does('ticket:call-next', { counter: 'counter-1' })
  const { at } = await state('pending')
  const { call } = await display.heard('ticket:called')
  // It was not asked to speak.
  await silent.does('call:confirm', { call, ...played })
  await display.does('call:confirm', { call, outcome: 'blocked', lagMs: 0 })
  expect((await state('blocked')).announced!.at).toBeGreaterThanOrEqual(at)

  hall.pass(1)
  await ana.does('ticket:recall', { ticket: ticket! })
  await state('pending')
  const recall = await display.heard('ticket:called', ({ again }) => again)
  await display.does('call:confirm', { call: recall.call, ...played })
  await state('played')
  await display.does('call:confirm', { call, outcome: 'failed', lagMs: 0 })
  await ana.does('ticket:start', { ticket: ticket! })
  const { visitor } = await ana.seen('desk', (view) => view.visitor?.state === 'serving')
  expect(visitor!.announced).toBeNull()
})

test('where no display of the zone speaks, the desk is told so', async () => {
  const hall = await runningHall({ clipsOf })
  const [kiosk, side] = [await hall.kiosk(), await hall.display('side')]
  await side.seen('display')
  const [ana] = await atTwoCounters(hall)
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'none')
})

test('a display that says nothing has failed within a minute, also where the clock was set back', async () => {
  const hall = await runningHall({ clipsOf })
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const [ana] = await atTwoCounters(hall)
  hall.pass(-60)
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'pending')
  hall.pass(2)
  await display.does('call:confirm', { call: null, ...played })
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'failed')
})

test('where two displays would speak a call since a zone is gone, one does, and the desk waits for that one', async () => {
  const hall = await runningHall({ clipsOf })
  const [kiosk, side, main] = [await hall.kiosk(), await hall.display('side'), await hall.display('main')]
  for (const one of [side, main]) expect(await one.heard('sound:changed')).toEqual({ sound: 'voice' })
  await hall.operate('import', {
    config: {
      ...exampleHall,
      zones: exampleHall.zones.filter(({ id }) => id !== 'side'),
      counters: exampleHall.counters.map((counter) => ({ ...counter, zone: 'main' })),
    },
  })
  const [ana] = await atTwoCounters(hall)
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  const { spoken } = await main.heard('ticket:called')
  expect(spoken).not.toEqual([])
  const { call, spoken: others } = await side.heard('ticket:called')
  expect(others).toEqual([])
  await side.does('call:confirm', { call, ...played })
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'pending')
  await main.does('call:confirm', { call, ...played })
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'played')
})

test('a display that only chimes is sent nothing to say, and the desk reads that the number was not spoken', async () => {
  const hall = await runningHall({ clipsOf })
  const { token } = await hall.device('display', { sound: 'chime' })
  const display = await hall.connect({ kind: 'device', token })
  const kiosk = await hall.kiosk()
  const [ana] = await atTwoCounters(hall)
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  const { call, spoken } = await display.heard('ticket:called')
  expect(spoken).toEqual([])
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'pending')
  await display.does('call:confirm', { call, outcome: 'chimed', lagMs: 400 })
  await ana.seen('desk', ({ visitor }) => visitor?.announced?.state === 'chimed')
})

test('what a display confirms has to be a call, with an outcome and a lag', async () => {
  const hall = await runningHall()
  const display = await hall.display()
  expect(await display.refusal('call:confirm', { call: 99, ...played })).toBe('ticket/unknown')
  for (const wrong of [
    { call: 1, outcome: 'heard' },
    { call: -1 },
    { call: 'A001' },
    { call: 1, lagMs: -1 },
    { call: 1, lagMs: 1e12 },
  ])
    expect(await display.sendRaw('call:confirm', { id: 'confirm-one', ...played, ...wrong })).toMatchObject({
      error: { code: 'command/malformed' },
    })
})

test('the page of devices shows what a display said last of its sound, with its lag', async () => {
  const hall = await runningHall()
  const display = await hall.display()
  const cookie = await hall.staff('sofija', 'supervisor')
  const listed = async () => {
    const answer = await fetch(`${hall.server.url}/api/devices`, { headers: { cookie } })
    return ((await answer.json()) as { devices: object[] }).devices
  }
  expect(await listed()).toMatchObject([{ sound: 'voice', lastSpoken: null }])
  await display.does('call:confirm', { call: null, outcome: 'blocked', lagMs: 0 })
  expect(await listed()).toMatchObject([
    { lastSpoken: { outcome: 'blocked', lagMs: 0, at: expect.any(Number) } },
  ])
})
