import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import type { Forecast } from '#shared/queue/forecast.ts'
import type { Kysely } from 'kysely'

import { openSqlite } from './db/open.ts'
import { migrate } from './db/migrate.ts'
import type { Database } from './db/schema.ts'
import { seedRights } from './db/staff-roles.ts'
import { openHall, type HallAuthority } from './hall.ts'
import { idsBy } from './new-id.ts'
import { readSecret } from './secret.ts'

export interface Storage {
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly authority: HallAuthority
  readonly secret: string
  readonly newId: () => string
}

/** One process runs one hall; its id is in every table all the same. */
export const hallId = 'hall'

/** Opens what a data folder holds, and makes what is missing: the secret, the tables, the hall, its table of rights. */
export async function openStorage(
  dataDirectory: string,
  now: () => number,
  forecast: () => Forecast | null = () => null,
): Promise<Storage> {
  const secret = readSecret(dataDirectory, randomBytes)
  const db = openSqlite(join(dataDirectory, 'eile.db'))
  await migrate(db)
  const newId = idsBy(now)
  const authority = await openHall({ db, hallId, now, newId, forecast })
  await seedRights(db, hallId)
  return { db, hallId, authority, secret, newId }
}
