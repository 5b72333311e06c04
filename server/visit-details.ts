import type { Kysely, Transaction } from 'kysely'

import type { HallEvent } from '#shared/queue/event.ts'
import type { Step } from '#shared/queue/hall.ts'
import type { Need } from '#shared/queue/command.ts'
import type { Language } from '#shared/queue/config.ts'
import type { Summary } from '#shared/queue/summary.ts'
import type { Ticket } from '#shared/queue/ticket.ts'

import { addNotes, notesOfVisits, removeNotes } from './db/notes.ts'
import type { Database, NoteRow, VisitRow } from './db/schema.ts'
import { addVisits, changeVisit, findVisits } from './db/visits.ts'
import type { Request } from './request.ts'

/** What a visitor told us and colleagues wrote: kept beside the events, so that it can be erased. */
export interface Visit {
  readonly id: string
  readonly language: Language
  readonly needs: readonly Need[]
  readonly notes: readonly string[]
  readonly summary: Summary | null
}

export type VisitChanges = Partial<Pick<Visit, 'language' | 'needs' | 'summary'>>

/** A part of it as a command brings it. */
export type VisitDetail =
  | { readonly kind: 'visit'; readonly visit: Visit; readonly at: number }
  | { readonly kind: 'change'; readonly visit: string; readonly changes: VisitChanges }
  | {
      readonly kind: 'note'
      readonly id: string
      readonly visit: string
      readonly ticket: string
      readonly leg: number
      readonly text: string
      readonly by: string
      readonly at: number
    }
  /** What was written with a step goes when the step is taken back. */
  | { readonly kind: 'no-note'; readonly ticket: string; readonly at: number }

/** What colleagues can write a note with. */
const noted: ReadonlySet<string> = new Set(['ticket:transferred', 'ticket:moved-on', 'ticket:parked'])

/** Whether the notes of a visit may be others after an event than before it. */
export function mayChangeNotes({ type }: HallEvent): boolean {
  return noted.has(type) || type === 'step:undone'
}

/**
 * What an accepted request says that does not go into the events. `ticket` is as the request left it; `undone` is the step
 * that it took back, if any.
 */
export function detailsOf(
  { command, by }: Request,
  ticket: Ticket | null,
  undone: Step | undefined,
  at: number,
  newId: () => string,
): VisitDetail[] {
  if (!ticket) return []
  if (undone) return noted.has(undone.kind) ? [{ kind: 'no-note', ticket: ticket.id, at: undone.at }] : []
  const { id, visit, leg } = ticket
  if (command.type === 'ticket:issue') {
    const { language, needs } = command
    return [{ kind: 'visit', visit: { id: visit, language, needs, notes: [], summary: null }, at }]
  }
  if (command.type === 'ticket:change') {
    const { language, needs } = command
    return [{ kind: 'change', visit, changes: { ...(language && { language }), ...(needs && { needs }) } }]
  }
  if (command.type === 'ticket:sum-up')
    return [{ kind: 'change', visit, changes: { summary: command.summary } }]
  const text = 'note' in command ? command.note.trim() : ''
  return text === '' ? [] : [{ kind: 'note', id: newId(), visit, ticket: id, leg, text, by: by.id, at }]
}

export async function saveDetails(
  trx: Transaction<Database>,
  hallId: string,
  details: readonly VisitDetail[],
): Promise<void> {
  const visits: VisitRow[] = []
  let notes: NoteRow[] = []
  for (const detail of details) {
    if (detail.kind === 'visit') {
      const { id, language, needs } = detail.visit
      visits.push({
        id,
        hall_id: hallId,
        language,
        needs: JSON.stringify(needs),
        summary: null,
        created_at: detail.at,
      })
    } else if (detail.kind === 'note') {
      const { id, ticket, visit, leg, text, by, at } = detail
      notes.push({ id, ticket_id: ticket, visit_id: visit, leg, text, by, at })
    } else if (detail.kind === 'no-note') {
      const { ticket, at } = detail
      notes = notes.filter((note) => note.ticket_id !== ticket || note.at !== at)
      await removeNotes(trx, ticket, at)
    }
  }
  await addVisits(trx, visits)
  await addNotes(trx, notes)
  for (const detail of details)
    if (detail.kind === 'change') await changeVisit(trx, detail.visit, rowOf(detail.changes))
}

function rowOf({ language, needs, summary }: VisitChanges): Partial<VisitRow> {
  return {
    ...(language && { language }),
    ...(needs && { needs: JSON.stringify(needs) }),
    ...(summary && { summary: JSON.stringify(summary) }),
  }
}

/** Visits with their notes, by id; an erased one is not among them. */
export async function loadVisits(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Visit>> {
  const visits = new Map<string, Visit>()
  const notes = await notesOfVisits(db, ids)
  for (const row of await findVisits(db, ids)) {
    const texts = notes.filter((note) => note.visit_id === row.id).map(({ text }) => text)
    visits.set(row.id, {
      id: row.id,
      language: row.language as Language,
      needs: JSON.parse(row.needs) as Need[],
      notes: texts,
      summary: row.summary === null ? null : (JSON.parse(row.summary) as Summary),
    })
  }
  return visits
}
