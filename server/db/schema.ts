import type { Selectable } from 'kysely'

import type { PictureType } from '#shared/brand/picture.ts'
import type { Actor } from '#shared/queue/command.ts'
import type { Kept } from '#shared/queue/promise.ts'

import type {
  AccountTable,
  DeviceTable,
  RoleRightTable,
  SessionLockTable,
  SessionTable,
  SignInAttemptTable,
  StaffPinTable,
  StaffRoleTable,
  UserTable,
} from './schema-who.ts'

/** The tables. Times are epoch ms, durations ms, JSON is text; both engines give numbers as numbers. */
export interface Database {
  halls: HallTable
  events: EventTable
  answers: AnswerTable
  tickets: TicketTable
  legs: LegTable
  promises: PromiseTable
  learned: LearnedTable
  shifts: ShiftTable
  visits: VisitTable
  notes: NoteTable
  notices: NoticeTable
  acts: ActTable
  devices: DeviceTable
  staff_roles: StaffRoleTable
  role_rights: RoleRightTable
  sign_in_attempts: SignInAttemptTable
  staff_pins: StaffPinTable
  session_locks: SessionLockTable
  user: UserTable
  account: AccountTable
  session: SessionTable
}

interface HallTable {
  id: string
  /** Of its newest event. */
  revision: number
  /** The open day, as a date in the hall's calendar. */
  day: string | null
  /** Of the event that opened the day: the state is what the events from there on have made of it. */
  day_revision: number | null
  /** JSON, the newest; null until the hall is configured. */
  config: string | null
  created_at: number
}

interface EventTable {
  hall_id: string
  revision: number
  at: number
  type: string
  /** Version of the event's shape. */
  schema: number
  /** JSON. */
  data: string
}

/** The answers of accepted commands, so that a command sent twice gets the same one. */
interface AnswerTable {
  hall_id: string
  sender: string
  command_id: string
  /** JSON. */
  answer: string
  at: number
}

interface TicketTable {
  id: string
  hall_id: string
  day: string
  visit_id: string
  label: string
  series: string
  number: number
  service: string
  class: string
  state: string
  counter: string | null
  clerk: string | null
  issued_at: number
  /** First call. */
  called_at: number | null
  started_at: number | null
  ended_at: number | null
  outcome: string | null
  /** Of the last event that was about it. */
  revision: number
  /** JSON of the rules' ticket, once it has ended: it is restored from it. Empty while it lives. */
  snapshot: string
}

interface LegTable {
  ticket_id: string
  /** From 1. */
  leg: number
  service: string
  queued_at: number
  called_at: number | null
  started_at: number | null
  ended_at: number | null
  counter: string | null
  clerk: string | null
  waited_ms: number
  served_ms: number
  outcome: string | null
  /** What came of serving, and how many of the service were done; null while it lasts and where nobody was served. */
  result: string | null
  quantity: number | null
}

/** What the visitor of a ticket was told at issue, and what came of it. Tickets that were promised nothing have none. */
interface PromiseTable {
  ticket_id: string
  hall_id: string
  day: string
  /** For which it was given, whatever the ticket's is by now. */
  service: string
  issued_at: number
  low_minutes: number
  high_minutes: number
  /** How many waited for the service when it was given. */
  waiting_at_issue: number
  /** First call. */
  called_at: number | null
  /** Null while it is open. `gone`: the ticket ended before anybody called it. */
  outcome: Kept | 'gone' | null
}

/** What a hall learned last of its waits, by itself, in the night before a day. */
interface LearnedTable {
  hall_id: string
  day: string
  /** Mean absolute error on days that it had not seen, minutes. */
  error_minutes: number
  /** JSON. */
  model: string
}

interface ShiftTable {
  id: string
  hall_id: string
  counter: string
  clerk: string
  opened_at: number
  closed_at: number | null
}

/** What the visitor chose to tell us: erased when its term ends, and its notes with it. */
interface VisitTable {
  id: string
  hall_id: string
  language: string
  /** JSON list. */
  needs: string
  /** JSON; null: the visit was not summed up. */
  summary: string | null
  created_at: number
}

interface NoteTable {
  id: string
  ticket_id: string
  visit_id: string
  leg: number
  text: string
  /** Who wrote it: a user's id. */
  by: string
  at: number
}

/** What the displays of a hall show beside the calls. */
interface NoticeTable {
  id: string
  hall_id: string
  /** JSON by language, and so is `body`. */
  title: string
  body: string
  /** The picture's own bytes; null, as all of `picture_`, if there is none. */
  picture: Uint8Array | null
  picture_type: PictureType | null
  /** Of the bytes. */
  picture_hash: string | null
  /** What it shows, in Lithuanian. */
  picture_alt: string | null
  /** Null: everywhere. */
  zone: string | null
  /** From when until when it is shown; null: from its making on, for good. */
  from_at: number | null
  until_at: number | null
  /** 1: phones of those who wait show its title too. */
  to_phones: number
  created_at: number
  changed_at: number
}

/** What was done to accounts, rights, devices and notices. Rows are added and read, nothing else. */
interface ActTable {
  id: string
  hall_id: string
  at: number
  by_kind: Actor['kind']
  by_id: string
  act: string
  subject_kind: string
  subject_id: string
  /** As it was called then. */
  subject_name: string
  /** JSON of facts by name, and so is `after`. Null where there was or is nothing. */
  before: string | null
  after: string | null
}

export type HallRow = Selectable<HallTable>
export type EventRow = Selectable<EventTable>
export type AnswerRow = Selectable<AnswerTable>
export type TicketRow = Selectable<TicketTable>
export type LegRow = Selectable<LegTable>
export type PromiseRow = Selectable<PromiseTable>
export type LearnedRow = Selectable<LearnedTable>
export type ShiftRow = Selectable<ShiftTable>
export type VisitRow = Selectable<VisitTable>
export type NoteRow = Selectable<NoteTable>
export type NoticeRow = Selectable<NoticeTable>
export type ActRow = Selectable<ActTable>
