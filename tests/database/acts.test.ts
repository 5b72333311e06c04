import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'

import { openAuth } from '#server/auth.ts'
import { namesInActs } from '#server/db/acts.ts'
import { addHall } from '#server/db/halls.ts'
import type { Database } from '#server/db/schema.ts'
import { checkDevice } from '#server/device-check.ts'
import { addDevice } from '#server/devices.ts'
import { changeOnRecord, deviceAct, revokeOnRecord } from '#server/record/device-act.ts'
import { onRecord } from '#server/record/write-act.ts'
import { resetPassword, setPin } from '#server/staff-secrets.ts'
import { addStaff, changeStaff, removeStaff, signOutEverywhere, unblockStaff } from '#server/staff.ts'

import { onEachEngine } from './engines.ts'
import { ana, config } from './test-hall.ts'

const password = 'a long enough password'

onEachEngine((open) => {
  /** A hall of its own each time: what another test put on record is there for good. */
  async function recorded() {
    const db = open()
    const hallId = `hall-${randomUUID()}`
    await addHall(db, { id: hallId, createdAt: 0 })
    const clock = { at: 1_000 }
    const url = 'http://localhost'
    const now = () => (clock.at += 1)
    const auth = openAuth({ db, publicUrl: url, origins: [url], secret: 'x'.repeat(32), now, log: () => {} })
    return { auth, db, hallId, newId: randomUUID, now, by: ana }
  }

  const actsIn = (db: Kysely<Database>, hallId: string) =>
    db.selectFrom('acts').selectAll().where('hall_id', '=', hallId).orderBy('at').execute()

  const person = { username: 'rita', name: 'Rita', password, role: 'clerk' }

  test('all that is done to an account is on record, and neither its password nor its PIN', async () => {
    const parts = await recorded()
    await addStaff(parts, person)
    await changeStaff(parts, { username: 'rita', name: 'Rita R.', role: 'supervisor' })
    await setPin(parts, { username: 'rita', pin: '4711' })
    await setPin(parts, { username: 'rita', pin: null })
    await resetPassword(parts, { username: 'rita', password: 'another long password' })
    await unblockStaff(parts, 'rita')
    await signOutEverywhere(parts, 'rita')
    await removeStaff(parts, 'rita')

    const rows = await actsIn(parts.db, parts.hallId)
    expect(rows.map(({ act }) => act)).toEqual([
      'account:added',
      'account:changed',
      'pin:set',
      'pin:removed',
      'password:changed',
      'account:unblocked',
      'account:signed-out',
      'account:removed',
    ])
    expect(rows.every(({ by_kind, by_id }) => by_kind === 'staff' && by_id === 'ana')).toBe(true)
    expect(JSON.parse(rows[1]!.before!)).toEqual({ name: 'Rita', roles: ['clerk'] })
    expect(JSON.parse(rows[1]!.after!)).toEqual({ name: 'Rita R.', roles: ['supervisor'] })
    const all = JSON.stringify(rows)
    for (const secret of [password, 'another long password', '4711']) expect(all).not.toContain(secret)
    expect([...(await namesInActs(parts.db, parts.hallId, 'account')).values()]).toEqual(['Rita R.'])
  })

  test('what was refused is not on record', async () => {
    const parts = await recorded()
    await addStaff(parts, { ...person, role: 'king' })
    await changeStaff(parts, { username: 'nobody', name: 'Nobody', role: 'clerk' })
    await removeStaff(parts, 'nobody')
    await setPin(parts, { username: 'nobody', pin: '4711' })
    await revokeOnRecord(parts, 'nothing')
    expect(await actsIn(parts.db, parts.hallId)).toEqual([])
  })

  test('a device is on record with what it was and what it is, and not with its token', async () => {
    const parts = await recorded()
    const wish = {
      kind: 'display',
      name: 'Ekranas',
      zone: null,
      counter: null,
      printer: null,
      widthDots: null,
    }
    const checked = (name: string) => {
      const result = checkDevice(config, { ...wish, name, panel: null, sound: 'chime' })
      if (!result.ok) throw new Error(result.code)
      return result.device
    }
    const random = { id: parts.newId, bytes: (size: number) => Buffer.alloc(size, 7) }
    const added = await onRecord(
      parts,
      (trx) => addDevice(trx, parts.hallId, checked('Ekranas'), random, 1),
      ({ device }) => deviceAct('device:added', null, device),
    )
    if (!added.ok) throw new Error(added.code)
    await changeOnRecord(parts, added.device, checked('Didysis ekranas'))
    await revokeOnRecord(parts, added.device.id)

    const rows = await actsIn(parts.db, parts.hallId)
    expect(rows.map(({ act, subject_name }) => [act, subject_name])).toEqual([
      ['device:added', 'Ekranas'],
      ['device:changed', 'Didysis ekranas'],
      ['device:revoked', 'Didysis ekranas'],
    ])
    expect(JSON.parse(rows[1]!.before!)).toMatchObject({ name: 'Ekranas', sound: 'chime' })
    expect(JSON.parse(rows[1]!.after!)).toMatchObject({ name: 'Didysis ekranas' })
    expect(JSON.stringify(rows)).not.toContain(added.token)
  })

  test('what fails to be written down is not done', async () => {
    const parts = await recorded()
    const broken = { ...parts, newId: () => null as never }
    await expect(
      onRecord(
        broken,
        async (trx) => {
          await addHall(trx, { id: `${parts.hallId}-more`, createdAt: 1 })
          return { ok: true as const }
        },
        () => ({ act: 'device:added', subject: { kind: 'device', id: 'd', name: 'D' } }),
      ),
    ).rejects.toThrow()
    const more = parts.db.selectFrom('halls').select('id').where('id', '=', `${parts.hallId}-more`)
    expect(await more.execute()).toEqual([])
  })

  test('the database itself lets nobody change or delete what is on record', async () => {
    const parts = await recorded()
    await addStaff(parts, person)
    const { db, hallId } = parts
    const refusal = /what was recorded stays as it is/
    const change = db.updateTable('acts').set({ by_id: 'bob' }).where('hall_id', '=', hallId)
    await expect(change.execute()).rejects.toThrow(refusal)
    await expect(db.deleteFrom('acts').where('hall_id', '=', hallId).execute()).rejects.toThrow(refusal)
    expect((await actsIn(db, hallId)).map(({ by_id }) => by_id)).toEqual(['ana'])
  })
})
