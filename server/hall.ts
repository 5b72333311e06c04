import type { Kysely } from 'kysely'

import type { Forecast } from '#shared/queue/forecast.ts'
import { copyHall, type Hall } from '#shared/queue/hall.ts'
import { isLiving, type EndedTicket } from '#shared/queue/ticket.ts'

import { decideTogether, type Batch, type Ended } from './batch.ts'
import { findAnswers, keepAnswers } from './db/answers.ts'
import { addHall } from './db/halls.ts'
import type { Database } from './db/schema.ts'
import { findTicket } from './db/tickets.ts'
import { ticketAsOfNow } from './older-events.ts'
import { project, type Happened } from './projection.ts'
import { catchUp, replay } from './replay.ts'
import { keyOf, senderOf, type Accepted, type Outcome, type Request } from './request.ts'
import { loadVisits, mayChangeNotes, saveDetails, type Visit, type VisitDetail } from './visit-details.ts'

export interface HallParts {
  readonly db: Kysely<Database>
  readonly hallId: string
  /** Epoch ms. */
  readonly now: () => number
  /** An id that nobody can guess: it is half of what a visitor's phone proves itself with. */
  readonly newId: () => string
  /** What is foreseen of the hall, if anything is. */
  readonly forecast?: () => Forecast | null
}

/** What one durable transaction made happen. */
export interface Committed {
  readonly hall: Hall
  readonly happened: readonly Happened[]
}

/** The one authority of a hall: commands go in one after another, and come out done and durable, or refused. */
export interface HallAuthority {
  /** The hall as of the last commit. To be read, never changed. */
  readonly hall: () => Hall
  /** What visitors told us, by visit: of living tickets, and of those that a counter's last step ended. */
  readonly visits: () => ReadonlyMap<string, Visit>
  /** Rejects only on what nobody foresaw; nothing has happened then. */
  readonly submit: (request: Request) => Promise<Outcome>
  /** Told after each commit, in order. Returns the way to stop listening. */
  readonly onCommitted: (listener: (committed: Committed) => void) => () => void
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>
}

interface Pending {
  readonly request: Request
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

/** More would make those at its front wait for those at its back. */
const largestBatch = 256

/** Opens a hall, and makes it if it is not there. */
export async function openHall(parts: HallParts): Promise<HallAuthority> {
  const { db, hallId, now: clock, newId, forecast = () => null } = parts
  const now = steady(clock)
  await addHall(db, { id: hallId, createdAt: now() })
  let hall = await replay(db, hallId)
  const visits = await loadVisits(db, [...visitsOf(hall)])
  const listeners = new Set<(committed: Committed) => void>()
  const pending: Pending[] = []
  let working: Promise<void> | null = null

  function submit(request: Request): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      pending.push({ request, resolve, reject })
      working ??= new Promise<void>((tick) => setImmediate(tick)).then(work)
    })
  }

  async function work(): Promise<void> {
    while (pending.length > 0) await carryOut(pending.splice(0, largestBatch))
    working = null
  }

  /**
   * A batch in one transaction. It fails on what was accepted before, and on what another process wrote: without the one and
   * after the other it is tried again. Else each is carried out by itself, so that one cannot spoil it for the others.
   */
  async function carryOut(batch: readonly Pending[]): Promise<void> {
    const requests = batch.map(({ request }) => request)
    try {
      const outcomes = await carryOutTogether(requests)
      batch.forEach(({ resolve }, n) => resolve(outcomes[n]!))
    } catch (error) {
      const wasBehind = await followOthers().catch(() => false)
      const before = await answeredBefore(db, hallId, requests).catch(() => noAnswers)
      for (const { request, resolve } of batch) {
        const answer = before.get(keyOf(request))
        if (answer) resolve(answer)
      }
      const rest = batch.filter(({ request }) => !before.has(keyOf(request)))
      if (rest.length === 0) return
      if (wasBehind || rest.length < batch.length) await carryOut(rest)
      else if (rest.length > 1) for (const one of rest) await carryOut([one])
      else rest[0]!.reject(error)
    }
  }

  async function carryOutTogether(requests: readonly Request[]): Promise<readonly Outcome[]> {
    const ended = await endedTickets(db, hallId, requests)
    const batch = decideTogether(hall, requests, { now, newId, forecast, ended })
    // Once accepted, a command is mostly refused the second time, and has its answer all the same.
    const refused = requests.filter((_, n) => !batch.outcomes[n]!.ok)
    const before = await answeredBefore(db, hallId, refused)
    if (batch.happened.length > 0) {
      await db.transaction().execute(async (trx) => {
        await project(trx, batch.hall, batch.happened)
        await saveDetails(trx, hallId, batch.details)
        await keepAnswers(
          trx,
          batch.accepted.map((one) => toAnswerRow(hallId, one)),
        )
      })
      for (const detail of batch.details) hear(detail)
      await publish(batch.hall, batch.happened)
    }
    return batch.outcomes.map((outcome, n) => before.get(keyOf(requests[n]!)) ?? outcome)
  }

  function hear(detail: VisitDetail): void {
    if (detail.kind === 'visit') visits.set(detail.visit.id, detail.visit)
    const known = detail.kind === 'change' ? visits.get(detail.visit) : undefined
    if (detail.kind === 'change' && known) visits.set(known.id, { ...known, ...detail.changes })
  }

  /** Whether another process has written: then what was decided here was decided on an old hall. */
  async function followOthers(): Promise<boolean> {
    const copy = copyHall(hall)
    const happened: Happened[] = []
    await catchUp(db, copy, (one) => happened.push(one))
    if (happened.length === 0) return false
    await publish(copy, happened)
    return true
  }

  async function publish(next: Hall, happened: readonly Happened[]): Promise<void> {
    hall = next
    await loadMissingVisits(db, visits, happened)
    for (const listener of listeners) listener({ hall, happened })
    forgetEndedVisits(visits, hall)
  }

  return {
    hall: () => hall,
    visits: () => visits,
    submit,
    onCommitted(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled: async () => {
      while (working) await working
    },
  }
}

/** A machine's clock may be set back; nobody has waited for less than no time. */
function steady(clock: () => number): () => number {
  let latest = -Infinity
  return () => (latest = Math.max(latest, clock()))
}

/** Of the tickets that live, and of those whose last step can be taken back. */
function visitsOf({ tickets, steps }: Hall): Set<string> {
  const visits = new Set<string>()
  for (const { visit } of tickets.values()) visits.add(visit)
  for (const { before } of steps.values()) visits.add(before.visit)
  return visits
}

/** Loads the visits that came back or whose notes changed. */
async function loadMissingVisits(
  db: Kysely<Database>,
  visits: Map<string, Visit>,
  happened: readonly Happened[],
) {
  const missing = new Set<string>()
  for (const { event, ticket } of happened) {
    if (!ticket) continue
    if (!isLiving(ticket)) missing.delete(ticket.visit)
    else if (mayChangeNotes(event) || !visits.has(ticket.visit)) missing.add(ticket.visit)
  }
  if (missing.size === 0) return
  for (const [id, visit] of await loadVisits(db, [...missing])) visits.set(id, visit)
}

/** Lets go of the visits that are over, once everybody has been told how they ended. */
function forgetEndedVisits(visits: Map<string, Visit>, hall: Hall) {
  const kept = visitsOf(hall)
  for (const id of visits.keys()) if (!kept.has(id)) visits.delete(id)
}

const noAnswers: ReadonlyMap<string, Accepted> = new Map()

/** What was answered to those of the requests that were accepted before, by `keyOf` the request. */
async function answeredBefore(
  db: Kysely<Database>,
  hallId: string,
  requests: readonly Request[],
): Promise<ReadonlyMap<string, Accepted>> {
  if (requests.length === 0) return noAnswers
  const keys = requests.map((request) => ({ sender: senderOf(request), commandId: request.id }))
  const rows = await findAnswers(db, hallId, keys)
  return new Map(
    rows.map(({ sender, command_id, answer }) => [
      `${sender} ${command_id}`,
      { ok: true, answer: JSON.parse(answer) as Accepted['answer'] },
    ]),
  )
}

/** The ended tickets that requests want back. */
async function endedTickets(
  db: Kysely<Database>,
  hallId: string,
  requests: readonly Request[],
): Promise<Map<string, Ended>> {
  const ended = new Map<string, Ended>()
  for (const { command } of requests) {
    if (command.type !== 'ticket:restore') continue
    const row = await findTicket(db, hallId, command.ticket)
    if (!row || row.ended_at === null) continue
    ended.set(row.id, { ticket: ticketAsOfNow(JSON.parse(row.snapshot) as EndedTicket), day: row.day })
  }
  return ended
}

function toAnswerRow(hallId: string, { request, answer, at }: Batch['accepted'][number]) {
  return {
    hall_id: hallId,
    sender: senderOf(request),
    command_id: request.id,
    answer: JSON.stringify(answer.answer),
    at,
  }
}
