import { randomUUID } from 'node:crypto'
import { getMigrations } from 'better-auth/db/migration'
import { afterEach, expect, test, vi } from 'vitest'

import { openAuth } from '#server/auth.ts'
import { addHall } from '#server/db/halls.ts'
import { blockedForMs } from '#server/db/sign-in-attempts.ts'
import { seedRights } from '#server/db/staff-roles.ts'
import { defaultRights, roles } from '#server/rights.ts'
import { resetPassword } from '#server/staff-secrets.ts'
import { whoIsStaff } from '#server/staff-session.ts'
import { addStaff, listStaff, removeStaff } from '#server/staff.ts'

import { onEachEngine } from './engines.ts'
import { tenOClock } from './rows.ts'
import { operator } from './test-hall.ts'

const rasa = { username: 'Rasa', name: 'Rasa Rasaitė', password: 'lietus lyja', role: 'clerk' }
const ona = { username: 'ona', name: 'Ona Onaitė', password: 'saulė šviečia', role: 'administrator' }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

onEachEngine((open) => {
  async function office(publicUrl = 'http://hall.lan:3000') {
    const db = open()
    const clock = { now: tenOClock }
    const complaints: string[] = []
    const auth = openAuth({
      db,
      publicUrl,
      origins: [new URL(publicUrl).origin],
      secret: 'only a test: 0123456789abcdefghijklmnop',
      now: () => clock.now,
      log: (message) => complaints.push(message),
    })
    await seedRights(db, 'vilnius')
    const parts = { auth, db, hallId: 'vilnius', newId: randomUUID, now: () => clock.now, by: operator }
    const { origin } = new URL(publicUrl)
    const post = (path: string, body: object, headers: Record<string, string> = { origin }) =>
      auth.handler(
        new Request(`${origin}/api/auth${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      )
    const signIn = (username: string, password: string) => post('/sign-in/username', { username, password })
    const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return { db, auth, parts, clock, complaints, origin, post, signIn, cookieOf }
  }

  test('better-auth finds nothing missing in the tables that our migration made', async () => {
    const { auth, complaints } = await office()
    const missing = await getMigrations({
      ...auth.options,
      logger: { log: (_, message) => complaints.push(message) },
    })
    expect(missing.toBeCreated).toEqual([])
    expect(missing.toBeAdded).toEqual([])
    expect(missing.toBeAddedIndexes).toEqual([])
    expect(missing.schemaProblems).toEqual([])
    expect(complaints).toEqual([])
  })

  test('a clerk signs in with the user name in any case and is known by the cookie', async () => {
    const { parts, signIn, cookieOf } = await office()
    const added = await addStaff(parts, rasa)
    const response = await signIn('rASA', rasa.password)
    expect(response.status).toBe(200)

    const staff = await whoIsStaff(parts, new Headers({ cookie: cookieOf(response) }))
    expect(added).toMatchObject({ ok: true, staff: { userId: staff?.userId, username: 'rasa' } })
    expect(staff).toMatchObject({ username: 'rasa', name: 'Rasa Rasaitė', role: 'clerk' })
    expect([...(staff?.rights ?? [])].sort()).toEqual([...defaultRights.clerk].sort())
    const hours = ((staff?.endsAt ?? 0) - Date.now()) / 3_600_000
    expect(Math.round(hours)).toBe(12)
  })

  test('nobody is staff without a cookie, with a forged one or after signing out', async () => {
    const { parts, signIn, cookieOf, post, origin } = await office()
    await addStaff(parts, rasa)
    const cookie = cookieOf(await signIn('rasa', rasa.password))
    expect(await whoIsStaff(parts, new Headers())).toBeNull()
    expect(await whoIsStaff(parts, new Headers({ cookie: cookie.replace(/=.{5}/, '=AAAAA') }))).toBeNull()
    expect(await whoIsStaff(parts, new Headers({ cookie }))).not.toBeNull()

    expect((await post('/sign-out', {}, { origin, cookie })).status).toBe(200)
    expect(await whoIsStaff(parts, new Headers({ cookie }))).toBeNull()
  })

  test('staff of one hall are nobody in another', async () => {
    const { db, parts, signIn, cookieOf } = await office()
    await addHall(db, { id: 'kaunas', createdAt: 1 })
    await addStaff(parts, rasa)
    const cookie = cookieOf(await signIn('rasa', rasa.password))
    expect(await whoIsStaff({ ...parts, hallId: 'kaunas' }, new Headers({ cookie }))).toBeNull()
    expect(await listStaff({ db, hallId: 'kaunas' })).toEqual([])
  })

  test('of several roles the highest is shown and all rights count', async () => {
    const { db, parts, signIn, cookieOf } = await office()
    const added = await addStaff(parts, { ...rasa, role: 'receptionist' })
    if (!added.ok) throw new Error(added.code)
    await db
      .insertInto('staff_roles')
      .values({ user_id: added.staff.userId, hall_id: 'vilnius', role: 'clerk' })
      .execute()
    const staff = await whoIsStaff(
      parts,
      new Headers({ cookie: cookieOf(await signIn('rasa', rasa.password)) }),
    )
    expect(staff?.role).toBe('receptionist')
    expect(staff?.rights).toEqual(expect.arrayContaining(['ticket:serve', 'ticket:issue']))
    expect(new Set(staff?.rights).size).toBe(staff?.rights.length)
  })

  test('a right that the hall took from a role stays taken, and one that nobody knows is left out', async () => {
    const { db, parts, signIn, cookieOf } = await office()
    await addStaff(parts, rasa)
    await db
      .deleteFrom('role_rights')
      .where('role', '=', 'clerk')
      .where('right', '=', 'ticket:cancel')
      .execute()
    await db
      .insertInto('role_rights')
      .values({ hall_id: 'vilnius', role: 'clerk', right: 'moon:see' })
      .execute()
    await seedRights(db, 'vilnius')
    const staff = await whoIsStaff(
      parts,
      new Headers({ cookie: cookieOf(await signIn('rasa', rasa.password)) }),
    )
    expect(staff?.rights).toContain('ticket:serve')
    expect(staff?.rights).not.toContain('ticket:cancel')
    expect(staff?.rights).not.toContain('moon:see')
  })

  test.each([
    ['staff/username-taken', { username: 'RASA' }],
    ['staff/bad-username', { username: 'ra' }],
    ['staff/bad-username', { username: 'rasa rasaitė' }],
    ['staff/bad-username', { username: 'r'.repeat(31) }],
    ['staff/weak-password', { username: 'jonas', password: 'short one' }],
    ['staff/weak-password', { username: 'jonasjonaitis', password: 'JonasJonaitis' }],
    ['staff/weak-password', { username: 'jonas', password: 'x'.repeat(129) }],
    ['staff/unknown-role', { username: 'jonas', role: 'king' }],
    ['staff/unnamed', { username: 'jonas', name: ' ' }],
  ])('%s: an account with %o is refused and leaves nothing behind', async (code, change) => {
    const { db, parts } = await office()
    await addStaff(parts, rasa)
    expect(await addStaff(parts, { ...rasa, ...change })).toMatchObject({ ok: false, code })
    expect(await listStaff(parts)).toHaveLength(1)
    expect(await db.selectFrom('user').select('id').execute()).toHaveLength(1)
  })

  test('an account of an unknown hall is refused', async () => {
    const { parts } = await office()
    expect(await addStaff({ ...parts, hallId: 'nowhere' }, rasa)).toMatchObject({ code: 'hall/unknown' })
  })

  test('two accounts of one name added at once: one is there', async () => {
    const { parts } = await office()
    const both = await Promise.all([addStaff(parts, rasa), addStaff(parts, rasa)])
    expect(both.map((added) => added.ok).sort()).toEqual([false, true])
  })

  test('who is removed is signed out at once and cannot sign in again', async () => {
    const { db, parts, signIn, cookieOf } = await office()
    await addStaff(parts, ona)
    await addStaff(parts, rasa)
    const cookie = cookieOf(await signIn('rasa', rasa.password))
    expect(await removeStaff(parts, 'Rasa')).toMatchObject({ ok: true })

    expect(await whoIsStaff(parts, new Headers({ cookie }))).toBeNull()
    expect((await signIn('rasa', rasa.password)).status).toBe(401)
    expect((await listStaff(parts)).map((staff) => staff.username)).toEqual(['ona'])
    expect(await db.selectFrom('session').select('id').execute()).toEqual([])
    expect(await db.selectFrom('account').select('id').execute()).toHaveLength(1)
    expect(await removeStaff(parts, 'rasa')).toMatchObject({ code: 'staff/unknown' })
  })

  test('who has a role in another hall keeps the account', async () => {
    const { db, parts, signIn } = await office()
    const added = await addStaff(parts, rasa)
    if (!added.ok) throw new Error(added.code)
    await addHall(db, { id: 'kaunas', createdAt: 1 })
    await db
      .insertInto('staff_roles')
      .values({ user_id: added.staff.userId, hall_id: 'kaunas', role: 'clerk' })
      .execute()
    expect(await removeStaff(parts, 'rasa')).toMatchObject({ ok: true })
    expect(await listStaff(parts)).toEqual([])
    expect(await listStaff({ db, hallId: 'kaunas' })).toHaveLength(1)
    expect((await signIn('rasa', rasa.password)).status).toBe(200)
  })

  test('the last administrator cannot be removed', async () => {
    const { parts } = await office()
    await addStaff(parts, ona)
    expect(await removeStaff(parts, 'ona')).toMatchObject({ code: 'staff/last-administrator' })
    await addStaff(parts, { ...ona, username: 'jonas' })
    expect(await removeStaff(parts, 'ona')).toMatchObject({ ok: true })
  })

  test('a new password ends the sessions that stood on the old one', async () => {
    const { parts, signIn, cookieOf } = await office()
    await addStaff(parts, rasa)
    const cookie = cookieOf(await signIn('rasa', rasa.password))
    expect(await resetPassword(parts, { username: 'rasa', password: 'short' })).toMatchObject({
      code: 'staff/weak-password',
    })
    expect(await resetPassword(parts, { username: 'nobody', password: 'vėjas pučia' })).toMatchObject({
      code: 'staff/unknown',
    })
    expect(await resetPassword(parts, { username: 'rasa', password: 'vėjas pučia' })).toMatchObject({
      ok: true,
    })
    expect(await whoIsStaff(parts, new Headers({ cookie }))).toBeNull()
    expect((await signIn('rasa', rasa.password)).status).toBe(401)
    expect((await signIn('rasa', 'vėjas pučia')).status).toBe(200)
  })

  test('five wrong passwords block one account for five minutes and no other', async () => {
    const { parts, clock, signIn } = await office()
    await addStaff(parts, rasa)
    await addStaff(parts, ona)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await signIn('rasa', 'a wrong one')).status).toBe(401)
    }
    const blocked = await signIn('RASA', rasa.password)
    expect(blocked.status).toBe(429)
    expect(await blocked.json()).toMatchObject({ code: 'sign-in/blocked', until: tenOClock + blockedForMs })
    expect((await signIn('ona', ona.password)).status).toBe(200)

    clock.now += blockedForMs - 1
    expect((await signIn('rasa', rasa.password)).status).toBe(429)
    clock.now += 1
    expect((await signIn('rasa', rasa.password)).status).toBe(200)
  })

  test('wrong passwords tried at once are all counted', async () => {
    const { parts, signIn } = await office()
    await addStaff(parts, rasa)
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn('rasa', 'a wrong one')))
    expect(tries.map((response) => response.status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  })

  test('a right password forgets the wrong ones before it, and a name that cannot be is not counted', async () => {
    const { db, parts, signIn } = await office()
    await addStaff(parts, rasa)
    for (let round = 1; round <= 2; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1) await signIn('rasa', 'a wrong one')
      expect((await signIn('rasa', rasa.password)).status).toBe(200)
    }
    expect((await signIn('x'.repeat(5_000), 'a wrong one')).ok).toBe(false)
    expect(await db.selectFrom('sign_in_attempts').selectAll().execute()).toEqual([])
  })

  test('an unknown account answers and is blocked like a known one', async () => {
    const { parts, signIn } = await office()
    await addStaff(parts, rasa)
    const answers = async (name: string) => {
      const seen: string[] = []
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        const response = await signIn(name, 'a wrong one')
        seen.push(`${response.status} ${await response.text()}`)
      }
      return seen
    }
    expect(await answers('nobody')).toEqual(await answers('rasa'))
  })

  test.each([
    '/sign-up/email',
    '/sign-in/email',
    '/update-user',
    '/change-password',
    '/is-username-available',
    '/delete-user',
  ])('%s is closed', async (path) => {
    const { db, parts, post } = await office()
    await addStaff(parts, rasa)
    const body = { ...rasa, email: 'rasa@eile.invalid', username: 'jonas' }
    expect((await post(path, body)).status).toBe(404)
    expect(await db.selectFrom('user').select('username').execute()).toEqual([{ username: 'rasa' }])
    expect(await db.selectFrom('session').select('id').execute()).toEqual([])
  })

  test('a page of another origin can neither sign in nor out', async () => {
    const { parts, signIn, cookieOf, post } = await office()
    await addStaff(parts, rasa)
    const cookie = cookieOf(await signIn('rasa', rasa.password))
    const evil = { origin: 'https://evil.example', cookie }
    expect((await post('/sign-out', {}, evil)).status).toBe(403)
    expect((await post('/sign-in/username', rasa, evil)).status).toBe(403)
    expect(await whoIsStaff(parts, new Headers({ cookie }))).not.toBeNull()
  })

  test.each([
    ['http://hall.lan:3000', false],
    ['https://eile.example.lt', true],
  ])('at %s the cookie is kept from scripts and its secure flag is %s', async (publicUrl, secure) => {
    const { parts, signIn } = await office(publicUrl)
    await addStaff(parts, rasa)
    const cookie = (await signIn('rasa', rasa.password)).headers.getSetCookie()[0]
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Max-Age=43200/i)
    expect(/; Secure/i.test(cookie ?? '')).toBe(secure)
  })

  test('signing in reaches for no network and keeps no address', async () => {
    const reached: unknown[] = []
    vi.stubGlobal('fetch', async (address: unknown) => reached.push(address))
    const { db, parts, signIn } = await office()
    await addStaff(parts, rasa)
    await signIn('rasa', rasa.password)
    expect(reached).toEqual([])
    expect(await db.selectFrom('session').selectAll().execute()).toMatchObject([{ ipAddress: '' }])
  })

  test('what goes wrong is told to the log once and to the caller not at all; a refusal is not told', async () => {
    const { db, parts, signIn, complaints } = await office()
    await addStaff(parts, rasa)
    await signIn('rasa', 'a wrong one')
    expect(complaints).toEqual([])

    vi.spyOn(console, 'error').mockImplementation(() => {})
    await db.updateTable('account').set({ password: 'not a hash' }).execute()
    const response = await signIn('rasa', rasa.password)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('hash')
    expect(complaints).toHaveLength(1)
  })

  test('a hall starts with the default rights of every role', async () => {
    const { db } = await office()
    const rows = await db.selectFrom('role_rights').select(['role', 'right']).execute()
    for (const role of roles) {
      const seeded = rows.filter((row) => row.role === role).map((row) => row.right)
      expect(seeded.sort()).toEqual([...defaultRights[role]].sort())
    }
  })
})
