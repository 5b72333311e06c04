import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'

import * as queue from './migrations/0001-queue.ts'
import * as who from './migrations/0002-who.ts'
import * as locks from './migrations/0003-locks.ts'
import * as devicesSeen from './migrations/0004-devices-seen.ts'
import * as newRights from './migrations/0005-new-rights.ts'
import * as promises from './migrations/0006-promises.ts'
import * as learned from './migrations/0007-learned.ts'
import * as panels from './migrations/0008-panels.ts'
import * as notices from './migrations/0009-notices.ts'
import * as displaySound from './migrations/0010-display-sound.ts'
import * as deskSteps from './migrations/0011-desk-steps.ts'
import * as record from './migrations/0012-record.ts'
import * as supervising from './migrations/0013-supervising.ts'
import * as summaries from './migrations/0014-summaries.ts'

/** In order. A released one is never edited, and there is no way down: a mistake is mended by the next one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-queue': queue,
  '0002-who': who,
  '0003-locks': locks,
  '0004-devices-seen': devicesSeen,
  '0005-new-rights': newRights,
  '0006-promises': promises,
  '0007-learned': learned,
  '0008-panels': panels,
  '0009-notices': notices,
  '0010-display-sound': displaySound,
  '0011-desk-steps': deskSteps,
  '0012-record': record,
  '0013-supervising': supervising,
  '0014-summaries': summaries,
}

/**
 * Brings a database to the newest tables, all steps or none, and returns the names of the steps taken.
 * Throws what a step threw, and when the database is of a newer release than this one.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...steps }) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}
