import { startOfDay } from '#shared/queue/calendar.ts'
import { dueCommands, nextDue } from '#shared/queue/due.ts'
import type { Kysely } from 'kysely'

import { deleteAnswersBefore } from './db/answers.ts'
import type { Database } from './db/schema.ts'
import { deleteSessionsBefore } from './db/staff-accounts.ts'
import { eraseVisitsBefore } from './db/visits.ts'
import type { HallAuthority } from './hall.ts'

export interface ClockParts {
  readonly authority: HallAuthority
  readonly db: Kysely<Database>
  readonly now: () => number
  readonly newId: () => string
  readonly onError: (error: unknown) => void
}

/** Looks at least this often, so that a machine that slept or was set right is noticed. */
const longestSleep = 30_000
/** After a failure. */
const patience = 1_000
const day = 24 * 60 * 60_000

/** Asks the hall for what falls due, until nothing does. */
export async function carryOutDue({ authority, db, now, newId }: Omit<ClockParts, 'onError'>): Promise<void> {
  for (;;) {
    const due = dueCommands(authority.hall(), now())
    if (due.length === 0) return
    const by = { kind: 'clock', id: 'hall' } as const
    const outcomes = await Promise.all(due.map((command) => authority.submit({ id: newId(), by, command })))
    if (due.some(({ type }) => type === 'day:open')) await forgetEarlierDays(authority, db, now())
    if (!outcomes.some(({ ok }) => ok)) return
  }
}

/** Starts the hall's clock. Returns the way to stop it. */
export function startClock(parts: ClockParts): () => void {
  const { authority, now, onError } = parts
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function wind(atLeast: number): void {
    clearTimeout(timer)
    if (stopped) return
    const next = nextDue(authority.hall()) ?? Infinity
    timer = setTimeout(strike, Math.min(Math.max(next - now(), atLeast), longestSleep))
    timer.unref()
  }

  function strike(): void {
    carryOutDue(parts).then(
      () => wind(0),
      (error: unknown) => {
        onError(error)
        wind(patience)
      },
    )
  }

  const stopListening = authority.onCommitted(() => wind(0))
  wind(0)
  return () => {
    stopped = true
    stopListening()
    clearTimeout(timer)
  }
}

/**
 * What visitors told us goes when their day is over; answers are kept one day longer, for who was offline. Sessions that
 * nobody signed out of go a day after they ended.
 */
async function forgetEarlierDays(authority: HallAuthority, db: Kysely<Database>, now: number): Promise<void> {
  const hall = authority.hall()
  if (!hall.day || !hall.config) return
  await eraseVisitsBefore(db, hall.id, startOfDay(hall.day.date, hall.config.timeZone))
  await deleteAnswersBefore(db, now - 2 * day)
  await deleteSessionsBefore(db, now - day)
}
