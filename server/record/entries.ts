import type { Kysely } from 'kysely'

import type { Change, FactValue, Facts, RecordEntry } from '#shared/protocol/record.ts'
import type { Actor } from '#shared/queue/command.ts'
import type { HallEvent } from '#shared/queue/event.ts'

import { configuredBefore, labelsOf } from '../db/record.ts'
import type { ActRow, Database, EventRow } from '../db/schema.ts'
import { toEvent } from '../projection.ts'
import { changesBetween, configChanges } from './changes.ts'
import type { RecordedNames } from './names.ts'
import { placeText, type Recorded } from './newest-first.ts'
import { ticketChanges } from './ticket-changes.ts'

/** What was recorded as somebody reads it: with names, and with what it changed. */
export async function toEntries(
  db: Kysely<Database>,
  hallId: string,
  recorded: readonly Recorded[],
  names: RecordedNames,
): Promise<RecordEntry[]> {
  const events = new Map(
    recorded.flatMap((one) => (one.kind === 'event' ? [[one.row.revision, toEvent(one.row)] as const] : [])),
  )
  const tickets = [...events.values()].flatMap((event) => [
    ...('ticket' in event ? [event.ticket] : []),
    ...(event.by.kind === 'ticket' ? [event.by.id] : []),
  ])
  const labels = await labelsOf(db, hallId, [...new Set(tickets)])
  const ofTickets = [...events].filter(([, event]) => 'ticket' in event).map(([revision]) => revision)
  const changes = await ticketChanges(db, hallId, ofTickets)

  function nameOf({ kind, id }: Actor): string | null {
    if (kind === 'staff') return names.people.get(id) ?? null
    if (kind === 'device') return names.devices.get(id) ?? null
    return kind === 'ticket' ? (labels.get(id) ?? null) : null
  }

  function actEntry(one: Recorded & { kind: 'act' }): RecordEntry {
    const {
      at,
      by_kind: kind,
      by_id: id,
      act,
      subject_kind,
      subject_id,
      subject_name,
      before,
      after,
    } = one.row
    return {
      key: placeText(one),
      at,
      by: { kind, id, name: nameOf({ kind, id }) },
      act: act as RecordEntry['act'],
      subject: { kind: subject_kind as RecordEntry['subject']['kind'], id: subject_id, name: subject_name },
      changes: changesBetween(factsIn(before), factsIn(after)),
    }
  }

  async function eventEntry(one: Recorded & { kind: 'event' }): Promise<RecordEntry> {
    const event = events.get(one.row.revision)!
    const { at, by, type } = event
    return {
      key: placeText(one),
      at,
      by: { ...by, name: nameOf(by) },
      act: type,
      subject: subjectOf(event, labels, names),
      changes:
        'ticket' in event ? (changes.get(one.row.revision) ?? []) : await otherChanges(db, one.row, event),
    }
  }

  const entries: RecordEntry[] = []
  for (const one of recorded) entries.push(one.kind === 'act' ? actEntry(one) : await eventEntry(one))
  return entries
}

function factsIn(text: ActRow['before']): Facts | null {
  return text === null ? null : (JSON.parse(text) as Facts)
}

/** By what it speaks of, so that events that come later have one too. */
function subjectOf(
  event: HallEvent,
  labels: ReadonlyMap<string, string>,
  names: RecordedNames,
): RecordEntry['subject'] {
  if ('ticket' in event) return { kind: 'ticket', id: event.ticket, name: labels.get(event.ticket) ?? null }
  if ('service' in event) return { kind: 'service', id: event.service, name: null }
  if ('counter' in event) return { kind: 'counter', id: event.counter, name: null }
  if ('kiosk' in event)
    return { kind: 'device', id: event.kiosk, name: names.devices.get(event.kiosk) ?? null }
  return { kind: 'hall', id: '', name: null }
}

/** What an event says besides whom it is about; of a configuration what differs from the one before it. */
async function otherChanges(
  db: Kysely<Database>,
  { hall_id, revision }: EventRow,
  event: HallEvent,
): Promise<readonly Change[]> {
  if (event.type === 'hall:configured') {
    const row = await configuredBefore(db, hall_id, revision)
    const before = row && toEvent(row)
    return before && 'config' in before ? configChanges(before.config, event.config) : []
  }
  const told = Object.entries(event).filter(([field, value]) => !untold.has(field) && isFact(value))
  return changesBetween(null, Object.fromEntries(told) as Facts)
}

const untold = new Set(['type', 'at', 'by', 'service', 'counter', 'kiosk', 'config'])

function isFact(value: unknown): value is FactValue {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
