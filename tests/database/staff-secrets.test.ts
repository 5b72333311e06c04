import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'

import { openAuth } from '#server/auth.ts'
import { attemptsAllowed, takeAttempt } from '#server/db/sign-in-attempts.ts'
import { lockSession, unlockAttempts } from '#server/db/session-locks.ts'
import { seedRights } from '#server/db/staff-roles.ts'
import { unlock } from '#server/staff-lock.ts'
import { isPin } from '#server/staff-names.ts'
import { staffOverview } from '#server/staff-overview.ts'
import { changeOwnPassword, changeOwnPin, resetPassword, setPin } from '#server/staff-secrets.ts'
import { whoIsStaff } from '#server/staff-session.ts'
import { addStaff, changeStaff, removeStaff, signOutEverywhere, unblockStaff } from '#server/staff.ts'

import { onEachEngine } from './engines.ts'
import { tenOClock } from './rows.ts'
import { operator } from './test-hall.ts'

const rasa = { username: 'rasa', name: 'Rasa Rasaitė', password: 'lietus lyja', role: 'clerk' }
const ona = { username: 'ona', name: 'Ona Onaitė', password: 'saulė šviečia', role: 'administrator' }

test.each(['1234', '0000', '9876', '12345678', '5555', '123', '123456789', '12a4', '', '١٢٣٥'])(
  '%j is no PIN',
  (pin) => expect(isPin(pin)).toBe(false),
)

test.each(['8520', '1357', '0102', '11112222', '12346'])('%j is a PIN', (pin) =>
  expect(isPin(pin)).toBe(true),
)

onEachEngine((open) => {
  async function office() {
    const db = open()
    const clock = { now: tenOClock }
    const origin = 'http://hall.lan:3000'
    const auth = openAuth({
      db,
      publicUrl: origin,
      origins: [origin],
      secret: 'only a test: 0123456789abcdefghijklmnop',
      now: () => clock.now,
      log: () => undefined,
    })
    await seedRights(db, 'vilnius')
    const parts = { auth, db, hallId: 'vilnius', newId: randomUUID, now: () => clock.now, by: operator }
    const post = (username: string, password: string) =>
      auth.handler(
        new Request(`${origin}/api/auth/sign-in/username`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin },
          body: JSON.stringify({ username, password }),
        }),
      )
    async function signIn(username: string, password: string) {
      const cookie = (await post(username, password)).headers.getSetCookie()[0]!.split(';')[0]!
      const look = () => whoIsStaff(parts, new Headers({ cookie }))
      return { look, staff: (await look())! }
    }
    const entry = async (username: string) =>
      (await staffOverview(db, 'vilnius', clock.now)).find((one) => one.username === username)
    return { db, parts, clock, post, signIn, entry }
  }

  test('the list says of each person the roles, the PIN, the sessions and the block', async () => {
    const { db, parts, signIn, entry, clock } = await office()
    await addStaff(parts, ona)
    await addStaff(parts, rasa)
    expect(await entry('rasa')).toMatchObject({
      name: rasa.name,
      roles: ['clerk'],
      hasPin: false,
      sessions: 0,
      signedInSince: null,
      blockedUntil: null,
    })
    await setPin(parts, { username: 'RASA', pin: '8520' })
    await signIn('rasa', rasa.password)
    await signIn('rasa', rasa.password)
    for (let wrong = 0; wrong < attemptsAllowed; wrong += 1) await takeAttempt(db, 'rasa', clock.now)
    const seen = await entry('rasa')
    expect(seen).toMatchObject({ hasPin: true, sessions: 2 })
    expect(seen?.blockedUntil).toBeGreaterThan(clock.now)
    expect(await entry('ona')).toMatchObject({ hasPin: false, sessions: 0, blockedUntil: null })

    expect(await unblockStaff(parts, 'Rasa')).toMatchObject({ ok: true })
    expect((await entry('rasa'))?.blockedUntil).toBeNull()
    expect(await signOutEverywhere(parts, 'rasa')).toMatchObject({ ok: true })
    expect((await entry('rasa'))?.sessions).toBe(0)
  })

  test('a block from a clock that was ahead ends when the clock is set right', async () => {
    const { db, parts, entry, post, clock } = await office()
    await addStaff(parts, rasa)
    const year = 365 * 24 * 60 * 60_000
    for (let wrong = 0; wrong < attemptsAllowed; wrong += 1) await takeAttempt(db, 'rasa', clock.now + year)
    expect((await entry('rasa'))?.blockedUntil).toBeNull()
    expect((await post('rasa', rasa.password)).status).toBe(200)
  })

  test('who is blocked and given a new password signs in with it at once', async () => {
    const { db, parts, post, clock } = await office()
    await addStaff(parts, rasa)
    for (let wrong = 0; wrong < attemptsAllowed; wrong += 1) await takeAttempt(db, 'rasa', clock.now)
    const password = 'saulė po lietaus'
    expect(await resetPassword(parts, { username: 'Rasa', password })).toMatchObject({ ok: true })
    expect((await post('rasa', password)).status).toBe(200)
  })

  test('a new role takes the place of the old ones, and its rights count at the next look', async () => {
    const { db, parts, signIn, entry } = await office()
    const added = await addStaff(parts, rasa)
    if (!added.ok) throw new Error(added.code)
    await db
      .insertInto('staff_roles')
      .values({ user_id: added.staff.userId, hall_id: 'vilnius', role: 'supervisor' })
      .execute()
    const { look } = await signIn('rasa', rasa.password)
    expect((await look())?.rights).toContain('service:pause')
    const changed = await changeStaff(parts, { username: 'rasa', name: ' Rasa R. ', role: 'receptionist' })
    expect(changed).toMatchObject({ ok: true })
    expect(await look()).toMatchObject({ name: 'Rasa R.', role: 'receptionist' })
    expect((await look())?.rights).not.toContain('service:pause')
    expect(await entry('rasa')).toMatchObject({ roles: ['receptionist'] })
  })

  test.each([
    ['staff/unknown-role', { role: 'king' }],
    ['staff/unnamed', { name: ' ' }],
    ['staff/unknown', { username: 'nobody' }],
  ])('%s: a change to %o is refused', async (code, change) => {
    const { parts, entry } = await office()
    await addStaff(parts, rasa)
    const { username, name } = rasa
    const changed = await changeStaff(parts, { username, name, role: 'supervisor', ...change })
    expect(changed).toMatchObject({ ok: false, code })
    expect(await entry('rasa')).toMatchObject({ name, roles: ['clerk'] })
  })

  test('of two administrators who demote each other at once, one stays', async () => {
    const { parts } = await office()
    await addStaff(parts, ona)
    await addStaff(parts, { ...ona, username: 'jonas' })
    const demote = (username: string) => changeStaff(parts, { username, name: 'x', role: 'clerk' })
    const both = await Promise.all([demote('ona'), demote('jonas')])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'staff/last-administrator' })
  })

  test('a PIN is kept as a hash, is gone with the person, and never signs in', async () => {
    const { db, parts, post } = await office()
    await addStaff(parts, ona)
    await addStaff(parts, rasa)
    expect(await setPin(parts, { username: 'rasa', pin: '1234' })).toMatchObject({ code: 'staff/weak-pin' })
    expect(await setPin(parts, { username: 'nobody', pin: '8520' })).toMatchObject({ code: 'staff/unknown' })
    await setPin(parts, { username: 'rasa', pin: '8520' })
    const [row] = await db.selectFrom('staff_pins').select('hash').execute()
    expect(row?.hash).not.toContain('8520')
    expect((await post('rasa', '8520')).status).toBe(401)
    await removeStaff(parts, 'rasa')
    expect(await db.selectFrom('staff_pins').selectAll().execute()).toEqual([])
  })

  test('the own password changes by the old one and ends the other sessions', async () => {
    const { parts, signIn, post } = await office()
    await addStaff(parts, rasa)
    const { staff, look } = await signIn('rasa', rasa.password)
    const other = await signIn('rasa', rasa.password)
    const wrong = { current: 'a wrong one', password: 'vėjas pučia' }
    expect(await changeOwnPassword(parts, staff, wrong)).toMatchObject({ code: 'staff/wrong-password' })
    expect(await changeOwnPassword(parts, staff, { current: rasa.password, password: 'rasa' })).toMatchObject(
      {
        code: 'staff/weak-password',
      },
    )
    const changed = await changeOwnPassword(parts, staff, { current: rasa.password, password: 'vėjas pučia' })
    expect(changed).toEqual({ ok: true, ended: [other.staff.sessionId] })
    expect(await look()).not.toBeNull()
    expect(await other.look()).toBeNull()
    expect((await post('rasa', 'vėjas pučia')).status).toBe(200)
  })

  test('the own PIN changes by the password, but not of an account that is blocked', async () => {
    const { db, parts, signIn, clock } = await office()
    await addStaff(parts, rasa)
    const { staff } = await signIn('rasa', rasa.password)
    const { password } = rasa
    expect(await changeOwnPin(parts, staff, { password: 'a wrong one', pin: '8520' })).toMatchObject({
      code: 'staff/wrong-password',
    })
    // The wrong one was counted.
    for (let more = 1; more < attemptsAllowed; more += 1) await takeAttempt(db, 'rasa', clock.now)
    expect(await changeOwnPin(parts, staff, { password, pin: '8520' })).toMatchObject({
      code: 'sign-in/blocked',
    })
    await unblockStaff(parts, 'rasa')
    expect(await changeOwnPin(parts, staff, { password, pin: '8520' })).toEqual({ ok: true })
    expect(await db.selectFrom('staff_pins').selectAll().execute()).toHaveLength(1)
    expect(await changeOwnPin(parts, staff, { password, pin: null })).toEqual({ ok: true })
    expect(await db.selectFrom('staff_pins').selectAll().execute()).toEqual([])
  })

  test('a lock goes with its session, and too many wrong PINs end it', async () => {
    const { db, parts, signIn } = await office()
    await addStaff(parts, rasa)
    await setPin(parts, { username: 'rasa', pin: '8520' })
    const { staff, look } = await signIn('rasa', rasa.password)
    await lockSession(db, staff.sessionId)
    await lockSession(db, staff.sessionId)
    const locked = (await look())!
    expect(locked.locked).toBe(true)
    expect(await unlock(parts, locked, { by: 'pin', secret: '8520' })).toEqual({ ok: true })
    expect((await look())!.locked).toBe(false)

    await lockSession(db, staff.sessionId)
    for (let left = unlockAttempts - 1; left > 0; left -= 1)
      expect(await unlock(parts, locked, { by: 'password', secret: '8520' })).toEqual({
        ok: false,
        code: 'lock/wrong',
        left,
      })
    const last = await unlock(parts, locked, { by: 'password', secret: '8520' })
    expect(last).toEqual({ ok: false, code: 'credential/ended' })
    expect(await look()).toBeNull()
    expect(await db.selectFrom('session_locks').selectAll().execute()).toEqual([])
  })

  test('a new password from an administrator unlocks nothing: the session is over', async () => {
    const { db, parts, signIn } = await office()
    await addStaff(parts, rasa)
    const { staff, look } = await signIn('rasa', rasa.password)
    await lockSession(db, staff.sessionId)
    await resetPassword(parts, { username: 'rasa', password: 'vėjas pučia' })
    expect(await look()).toBeNull()
  })
})
