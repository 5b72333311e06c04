import { randomBytes } from 'node:crypto'

import { expect, test } from 'vitest'

import { openAttempts } from '#server/attempts.ts'
import { codeLetters, newCode, normalCode } from '#server/pairing-code.ts'
import {
  attemptsCountMs,
  codeLastsMs,
  mostAsked,
  mostScreens,
  mostWrong,
  openPairing,
  tokenWaitsMs,
  type Given,
} from '#server/pairing.ts'

import { noon } from './running-hall.ts'

const given: Given = { ok: true, device: 'kiosk-1', token: 'the token' }
const give = () => Promise.resolve(given)

function pairing() {
  const clock = { ms: noon }
  return { clock, ...openPairing({ now: () => clock.ms, random: randomBytes }) }
}

/** What a screen is told when it asks. Throws if it is refused. */
function asks({ ask }: ReturnType<typeof pairing>, from = '192.0.2.7') {
  const asked = ask(from, 'kiosk')
  if (!asked.ok) throw new Error(asked.code)
  return asked
}

test('a code is six characters, none of which is taken for another', () => {
  for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', '6G', 'UV']) {
    expect([...alike].filter((letter) => codeLetters.includes(letter)).length, alike).toBeLessThan(2)
  }
  for (let n = 0; n < 200; n += 1) expect(newCode(randomBytes)).toMatch(new RegExp(`^[${codeLetters}]{6}$`))
})

test('each character of a code is as likely as the others', () => {
  let byte = 0
  const all = Array.from({ length: 240 / 6 }, () => newCode(() => Buffer.from([byte++]))).join('')
  for (const letter of codeLetters)
    expect(all.split(letter), letter).toHaveLength(1 + 240 / codeLetters.length)
  // The bytes from 240 on would make the first characters likelier.
  const bytes = [255, 240, 0, 0, 0, 0, 0, 0]
  expect(newCode(() => Buffer.from([bytes.shift()!]))).toBe(codeLetters[0]!.repeat(6))
})

test.each(['CDF347', 'cdf347', ' cdf 347 ', 'CDF-347', 'c d f\u00a03 4 7'])(
  '%j is read as CDF347',
  (typed) => {
    expect(normalCode(typed)).toBe('CDF347')
  },
)

test('a screen waits until its code is entered, and is then given what was made for it', async () => {
  const hall = pairing()
  const { code, secret, until } = asks(hall)
  expect(until).toBe(noon + codeLastsMs)
  expect(hall.claim(secret)).toEqual({ state: 'waiting', code, until })
  expect(await hall.enter('rita', code.toLowerCase(), 'kiosk', give)).toBe(given)
  expect(hall.claim(secret)).toEqual({ state: 'paired', token: 'the token' })
})

test('a code can be entered once', async () => {
  const hall = pairing()
  const { code } = asks(hall)
  await hall.enter('rita', code, 'kiosk', give)
  expect(await hall.enter('rita', code, 'kiosk', give)).toMatchObject({
    ok: false,
    code: 'pairing/unknown-code',
  })
})

test('a code on a screen of another kind is not taken, counts as no wrong one, and stays', async () => {
  const hall = pairing()
  const { code, secret } = asks(hall)
  for (let n = 0; n <= mostWrong; n += 1) {
    expect(await hall.enter('rita', code, 'display', give)).toEqual({
      ok: false,
      code: 'pairing/other-kind',
      details: { kind: 'kiosk' },
    })
  }
  expect(hall.claim(secret)).toMatchObject({ state: 'waiting' })
  expect(await hall.enter('rita', code, 'kiosk', give)).toBe(given)
})

test('of two people who enter a code at once, one pairs the screen', async () => {
  const hall = pairing()
  const { code } = asks(hall)
  const both = await Promise.all([
    hall.enter('rita', code, 'kiosk', give),
    hall.enter('ana', code, 'kiosk', give),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, false])
})

test.each([
  ['is refused', () => Promise.resolve({ ok: false, code: 'device/unnamed', details: {} } as const)],
  ['fails', () => Promise.reject(new Error('no disk'))],
])('what %s leaves the code to be entered again', async (_what, fail) => {
  const hall = pairing()
  const { code, secret } = asks(hall)
  await hall.enter('rita', code, 'kiosk', fail).catch(() => {})
  expect(hall.claim(secret)).toMatchObject({ state: 'waiting', code })
  expect(await hall.enter('rita', code, 'kiosk', give)).toBe(given)
})

test('a code ends after ten minutes, for the screen and for whoever enters it', async () => {
  const hall = pairing()
  const { code, secret } = asks(hall)
  hall.clock.ms += codeLastsMs - 1
  expect(hall.claim(secret)).toMatchObject({ state: 'waiting' })
  hall.clock.ms += 1
  expect(hall.claim(secret)).toBeNull()
  expect(await hall.enter('rita', code, 'kiosk', give)).toMatchObject({ code: 'pairing/unknown-code' })
})

test('a token whose answer was lost can be fetched again until the device has come, or for a minute', async () => {
  const hall = pairing()
  const [first, second] = [asks(hall), asks(hall)]
  await hall.enter('rita', first.code, 'kiosk', give)
  await hall.enter('rita', second.code, 'kiosk', () => Promise.resolve({ ...given, device: 'kiosk-2' }))
  for (let n = 0; n < 3; n += 1) expect(hall.claim(first.secret)).toMatchObject({ state: 'paired' })

  hall.arrived('kiosk-1')
  expect(hall.claim(first.secret)).toBeNull()
  hall.clock.ms += tokenWaitsMs - 1
  expect(hall.claim(second.secret)).toMatchObject({ state: 'paired' })
  hall.clock.ms += 1
  expect(hall.claim(second.secret)).toBeNull()
})

test('a wrong secret is nobody', () => {
  const hall = pairing()
  const { secret, code } = asks(hall)
  for (const wrong of ['', code, secret.slice(1), `${secret}=`]) expect(hall.claim(wrong)).toBeNull()
})

test('no two living screens show the same code', () => {
  // Random bytes that give each code twice.
  let call = 0
  const random = (count: number) => Buffer.alloc(count, Math.floor(call++ / 14))
  const { ask } = openPairing({ now: () => noon, random })
  const codes = Array.from({ length: 12 }, (_, n) => ask(`192.0.2.${n}`, 'kiosk')).map(
    (one) => one.ok && one.code,
  )
  expect(new Set(codes).size).toBe(12)
})

test('one address asks for so many codes and no more, and others go on', () => {
  const hall = pairing()
  for (let n = 0; n < mostAsked; n += 1) asks(hall)
  const until = noon + attemptsCountMs
  expect(hall.ask('192.0.2.7', 'kiosk')).toEqual({ ok: false, code: 'pairing/too-many', details: { until } })
  asks(hall, '192.0.2.8')
  hall.clock.ms = until
  asks(hall)
})

test('a hall has so many codes at a time and no more', () => {
  const hall = pairing()
  for (let n = 0; n < mostScreens; n += 1) asks(hall, `192.0.2.${n}`)
  expect(hall.ask('198.51.100.1', 'kiosk')).toMatchObject({
    code: 'pairing/too-many',
    details: { until: noon + codeLastsMs },
  })
  hall.clock.ms += codeLastsMs
  asks(hall, '198.51.100.1')
})

test('ten wrong codes block an account, even for the right one, and no other account', async () => {
  const hall = pairing()
  const { code } = asks(hall)
  for (let n = 0; n < mostWrong; n += 1) {
    expect(await hall.enter('rita', '', 'kiosk', give)).toMatchObject({ code: 'pairing/unknown-code' })
    hall.clock.ms += 1
  }
  const until = noon + attemptsCountMs
  expect(await hall.enter('rita', code, 'kiosk', give)).toMatchObject({
    code: 'pairing/blocked',
    details: { until },
  })
  expect(await hall.enter('ana', code, 'kiosk', give)).toBe(given)
  hall.clock.ms = until
  expect(await hall.enter('rita', asks(hall).code, 'kiosk', give)).toBe(given)
})

test('attempts count within their time only', () => {
  const attempts = openAttempts(2, 100)
  attempts.count('rita', 0)
  attempts.count('rita', 60)
  expect(attempts.blocked('rita', 99)).toBe(100)
  expect(attempts.blocked('rita', 100)).toBeNull()
  attempts.count('rita', 100)
  expect(attempts.blocked('rita', 101)).toBe(160)
})

test('a clock that is set back keeps no code for longer, and nobody blocked', async () => {
  const hall = pairing()
  const { secret } = asks(hall)
  for (let n = 1; n < mostAsked; n += 1) asks(hall)
  for (let n = 0; n < mostWrong; n += 1) await hall.enter('rita', '', 'kiosk', give)
  hall.clock.ms -= 24 * 60 * 60_000
  expect(hall.claim(secret)).toBeNull()
  expect(await hall.enter('rita', asks(hall).code, 'kiosk', give)).toBe(given)
})
