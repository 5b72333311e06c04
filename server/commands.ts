import type { Kysely } from 'kysely'
import type { z, ZodError } from 'zod'

import type { Acknowledgement } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import { commandId, up, type UpFields, type UpName } from '#shared/protocol/up.ts'
import type { Command } from '#shared/queue/command.ts'
import { findToSumUp } from '#shared/queue/summary.ts'

import type { Announcements, Confirmed } from './announcements.ts'
import type { Database } from './db/schema.ts'
import { findDevice, type Device } from './devices.ts'
import type { DeviceReport, DeviceReports } from './device-reports.ts'
import type { HallAuthority } from './hall.ts'
import type { Identity, Sender } from './identity.ts'
import type { PaperKind, Printers } from './printers.ts'
import { writeAct } from './record/write-act.ts'
import { rightOf, type Right } from './rights.ts'
import type { TicketCodes } from './ticket-code.ts'

export interface CommandParts {
  readonly authority: HallAuthority
  readonly printers: Printers
  readonly announcements: Announcements
  readonly reports: Pick<DeviceReports, 'tell'>
  readonly codes: TicketCodes
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly newId: () => string
  /** Epoch ms. */
  readonly now: () => number
  /** Where browsers reach the hall. */
  readonly publicUrl: string
}

/** One command from the wire: parsed, allowed, done, answered. Throws only what nobody foresaw. */
export async function carryOut(
  parts: CommandParts,
  identity: Identity,
  name: string,
  payload: unknown,
): Promise<Acknowledgement> {
  if (!isUpName(name)) return no('command/malformed', { where: String(name).slice(0, 60) })
  const { id, ...fields } = (typeof payload === 'object' && payload !== null ? payload : {}) as {
    id?: unknown
  }
  // Nobody has a large command taken apart who may not give it.
  if (identity.kind === 'public' || !mayEver(identity, name))
    return no('right/missing', { right: rightOf[name] })
  const parsedId = commandId.safeParse(id)
  if (!parsedId.success) return no('command/malformed', { where: 'id' })
  const parsed = up[name].safeParse(fields)
  if (!parsed.success) return no('command/malformed', { where: whereOf(parsed.error) })

  const lacking = lackingRight(identity, name, parsed.data)
  if (lacking !== null) return no('right/missing', { right: lacking })
  if (name === 'ticket:print') {
    const { copy, ...asked } = parsed.data as z.output<(typeof up)['ticket:print']>
    // By then it may have ended.
    const label = parts.authority.hall().tickets.get(asked.ticket)?.label ?? ''
    return printAsked(parts, identity, parsedId.data, { ...asked, label }, copy ? 'copy' : 'ticket')
  }
  if (name === 'ticket:print-summary') {
    const asked = parsed.data as z.output<(typeof up)['ticket:print-summary']>
    const mayActForOthers = identity.rights.has('ticket:act-for-others')
    const own = { by: identity.by, mayActForOthers }
    const found = findToSumUp(parts.authority.hall(), asked.ticket, own)
    if (!found.ok) return no(found.code, found.details)
    return printAsked(parts, identity, parsedId.data, { ...asked, label: found.ticket.label }, 'summary')
  }
  if (name === 'call:confirm') return confirmCall(parts, identity, parsed.data as Confirmed)
  if (name === 'device:report') {
    parts.reports.tell(identity.by.id, parsed.data as DeviceReport)
    return { ok: true, answer: {} }
  }
  return ask(parts, identity, parsedId.data, { type: name, ...parsed.data } as Command)
}

async function ask(
  parts: CommandParts,
  identity: Sender,
  id: string,
  command: Command,
): Promise<Acknowledgement> {
  const { authority, codes, publicUrl, printers } = parts
  const mayActForOthers = identity.rights.has('ticket:act-for-others')
  const outcome = await authority.submit({ id, by: identity.by, command, mayActForOthers })
  if (!outcome.ok) return no(outcome.code, outcome.details)
  const { answer } = outcome
  if (command.type !== 'ticket:issue' || answer.ticket === undefined) return { ok: true, answer }
  if (identity.kind === 'device') printers.print(identity.device, answer.ticket)
  return { ok: true, answer: { ...answer, url: ticketUrl(publicUrl, codes.codeOf(answer.ticket)) } }
}

/** Where the visitor of a ticket follows it. */
export function ticketUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/t/${code}`
}

type PrintAsked = Omit<z.output<(typeof up)['ticket:print']>, 'copy'> & { readonly label: string }

async function printAsked(
  parts: CommandParts,
  identity: Sender,
  id: string,
  { ticket, label, kiosk }: PrintAsked,
  paper: PaperKind,
): Promise<Acknowledgement> {
  const device = await printingDevice(parts, identity, kiosk)
  if (!device) return no('printer/none')
  const asked = parts.printers.printAsked(device, ticket, id, paper)
  const printed = await asked.printed
  if (printed === null) return no('ticket/unknown')
  if (printed.outcome !== 'printed' && printed.outcome !== 'sent')
    return no('printer/failed', { state: printed.reason })
  if (!asked.isAgain)
    await writeAct(
      parts.db,
      { ...parts, by: identity.by },
      {
        act: paper === 'summary' ? 'ticket:summary-printed' : 'ticket:printed',
        subject: { kind: 'ticket', id: ticket, name: label },
        after: { printer: device.name, ...(paper !== 'summary' && { copy: paper === 'copy' }) },
      },
    )
  return { ok: true, answer: { ticket } }
}

/** A device's own printer is where its visitor stands; staff choose among the kiosks that have one. */
async function printingDevice(
  { db, hallId }: CommandParts,
  identity: Sender,
  kiosk: string | null,
): Promise<Device | null> {
  if (identity.kind === 'device') return kiosk === null ? identity.device : null
  if (kiosk === null) return null
  const found = await findDevice(db, hallId, kiosk)
  return found.ok && found.device.printer !== null ? found.device : null
}

function confirmCall(
  { announcements }: CommandParts,
  { by }: Identity,
  confirmed: Confirmed,
): Acknowledgement {
  if (announcements.confirm(by.id, confirmed)) return { ok: true, answer: {} }
  return no('ticket/unknown', { call: confirmed.call ?? 0 })
}

/** Whether there is a command of this name that an identity may give. */
function mayEver({ rights }: Sender, name: UpName): boolean {
  return rights.has(rightOf[name]) || (name === 'ticket:cancel' && rights.has('ticket:cancel-own'))
}

/** The right that an identity lacks for a command, or null. A visitor's phone may cancel its own ticket and no other. */
function lackingRight({ rights, by }: Sender, name: UpName, fields: object): Right | null {
  const isOwn = by.kind === 'ticket' && (fields as { ticket?: string }).ticket === by.id
  if (name === 'ticket:cancel' && isOwn && rights.has('ticket:cancel-own')) return null
  const needed = rightOf[name]
  if (!rights.has(needed)) return needed
  if (name === 'ticket:call-next' && (fields as { service?: string | null }).service !== null)
    return rights.has('ticket:pick-service') ? null : 'ticket:pick-service'
  const callsHere = name === 'ticket:issue' && (fields as { counter?: string | null }).counter !== null
  if (callsHere && !rights.has('ticket:serve')) return 'ticket:serve'
  const isOutOfOrder = name === 'ticket:issue' && !isOrdinary(fields as UpFields<'ticket:issue'>)
  return isOutOfOrder && !rights.has('ticket:change') ? 'ticket:change' : null
}

/** What anybody gets: the next number, in the queue that all stand in. */
function isOrdinary({ class: asked, number }: UpFields<'ticket:issue'>): boolean {
  return asked === 'ordinary' && number === null
}

function isUpName(name: string): name is UpName {
  return Object.hasOwn(up, name)
}

function no(code: ErrorCode, details: Readonly<Record<string, string | number>> = {}): Acknowledgement {
  return { ok: false, error: { code, details: { ...details } } }
}

/** The first field that is wrong, or that no command has. */
function whereOf({ issues: [issue] }: ZodError): string {
  if (!issue) return ''
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  return path.join('.').slice(0, 60)
}
