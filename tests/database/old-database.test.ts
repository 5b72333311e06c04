import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { appendEvents } from '#server/db/events.ts'
import { addHall, saveHall } from '#server/db/halls.ts'
import { migrate, migrations } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import { rightsOf } from '#server/db/staff-roles.ts'
import { listDevices } from '#server/devices.ts'
import { hallId, openStorage, type Storage } from '#server/storage.ts'
import { noInformation } from '#shared/protocol/hall-config.ts'
import { firstComeOrder } from '#shared/protocol/order-settings.ts'

import { leg, ticket } from './rows.ts'
import { config, information, kiosk, noon, operator } from './test-hall.ts'

/** The hall's configuration as it was before services were described, and halls had a look and an order of their own. */
const { brand: _brand, order: _order, voice: _voice, ...plain } = config
const {
  recallSeconds: _recallSeconds,
  autoCallSeconds: _autoCallSeconds,
  cutOff: _cutOff,
  showKept: _showKept,
  showClerk: _showClerk,
  ...oldRules
} = config.rules
const oldConfig = {
  ...plain,
  rules: oldRules,
  profiles: config.profiles.map(({ languages: _languages, ...profile }) => profile),
  services: config.services.map(({ information: _information, ...service }) => service),
}

let folder = ''
let storage: Storage
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'old-database-'))
  await storeAsBefore(join(folder, 'eile.db'))
  storage = await openStorage(folder, () => noon)
})
afterEach(async () => {
  await storage.db.destroy()
  await rm(folder, { recursive: true })
})

test('a database from before has the rights that came later, and lacks what the hall took away', async () => {
  const { db } = storage
  expect(await rightsOf(db, hallId, ['clerk'])).toEqual(['assistance:answer', 'ticket:serve'])
  expect(await rightsOf(db, hallId, ['receptionist'])).toEqual(['assistance:answer', 'ticket:issue'])
  expect(await rightsOf(db, hallId, ['supervisor'])).toEqual([
    'assistance:answer',
    'counter:manage',
    'notice:manage',
    'record:see',
    'service:pause',
    'ticket:act-for-others',
    'ticket:pick-service',
  ])
  expect(await rightsOf(db, hallId, ['administrator'])).toEqual([
    'assistance:answer',
    'counter:manage',
    'notice:manage',
    'record:see',
    'service:pause',
    'staff:manage',
    'ticket:act-for-others',
    'ticket:pick-service',
  ])
})

test('a hall from before comes back with its open day, its services described by nothing, no look, and first come, first served', async () => {
  const { authority, newId } = storage
  const hall = authority.hall()
  expect(hall).toMatchObject({ revision: 2, day: { date: '2024-03-04' } })
  expect(hall.config).toEqual({
    ...config,
    services: config.services.map((service) => ({ ...service, information: noInformation })),
    brand: { colour: null, logo: null },
    order: firstComeOrder,
    rules: { ...config.rules, cutOff: false },
    voice: { speaks: true, saysZone: false },
    alerts: { attentionPercent: 100, stopPercent: 200, waitMinutes: null },
    translator: null,
  })
  const outcome = await authority.submit({ id: newId(), by: kiosk, command: information })
  expect(outcome).toMatchObject({ ok: true, answer: { label: 'A001' } })
})

test('a display from before chimes, as it did, and whatever else is paired has no sound', async () => {
  const devices = await listDevices(storage.db, hallId)
  expect(devices.map(({ kind, sound }) => [kind, sound])).toEqual([
    ['display', 'chime'],
    ['kiosk', null],
  ])
})

test('who was served before there were results was served once, to the end', async () => {
  const rows = await storage.db
    .selectFrom('legs')
    .select(['outcome', 'result', 'quantity'])
    .orderBy('leg')
    .execute()
  expect(rows).toEqual([
    { outcome: 'transferred', result: null, quantity: null },
    { outcome: 'served', result: 'done', quantity: 1 },
  ])
})

async function storeAsBefore(path: string): Promise<void> {
  const db = openSqlite(path)
  await migrate(db, { '0001-queue': migrations['0001-queue']!, '0002-who': migrations['0002-who']! })
  await addHall(db, { id: hallId, createdAt: noon })
  const events = [
    { type: 'hall:configured', data: { by: operator, config: oldConfig } },
    { type: 'day:opened', data: { by: operator, date: '2024-03-04', config: oldConfig } },
  ]
  await db.transaction().execute(async (trx) => {
    await appendEvents(
      trx,
      events.map(({ type, data }, n) => ({
        ...{ hall_id: hallId, revision: n + 1, at: noon, type, schema: 1 },
        data: JSON.stringify(data),
      })),
    )
    const hall = { revision: 2, day: '2024-03-04', day_revision: 2, config: JSON.stringify(oldConfig) }
    await saveHall(trx, hallId, hall)
  })
  const device = { hall_id: hallId, zone: null, counter: null, printer: null, width_dots: null }
  const paired = { created_at: noon, revoked_at: null }
  await (db as unknown as Kysely<{ devices: Record<string, unknown> }>)
    .insertInto('devices')
    .values(
      ['display', 'kiosk'].map((kind) => ({
        ...{ id: `${kind}-1`, kind, name: kind, token_hash: kind },
        ...device,
        ...paired,
      })),
    )
    .execute()
  await db
    .insertInto('tickets')
    .values({ ...ticket('served'), hall_id: hallId })
    .execute()
  const legs = [leg('served', 1, { outcome: 'transferred' }), leg('served', 2, { outcome: 'served' })]
  await (db as unknown as Kysely<{ legs: Record<string, unknown> }>)
    .insertInto('legs')
    .values(legs.map(({ result: _result, quantity: _quantity, ...old }) => old))
    .execute()
  await db
    .insertInto('role_rights')
    .values([
      { hall_id: hallId, role: 'clerk', right: 'ticket:serve' },
      { hall_id: hallId, role: 'receptionist', right: 'ticket:issue' },
      { hall_id: hallId, role: 'administrator', right: 'staff:manage' },
    ])
    .execute()
  await db.destroy()
}
