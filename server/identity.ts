import type { Kysely } from 'kysely'

import type { WireError } from '#shared/protocol/error.ts'
import type { Credential, StaffPage } from '#shared/protocol/handshake.ts'
import type { Actor } from '#shared/queue/command.ts'
import type { EndedTicket } from '#shared/queue/ticket.ts'

import type { Auth } from './auth.ts'
import type { Database } from './db/schema.ts'
import { findTicket } from './db/tickets.ts'
import { deviceByToken, type Device } from './devices.ts'
import { ticketAsOfNow } from './older-events.ts'
import { isOwnPage } from './own-page.ts'
import { rightOfPage, ticketRights, type Right } from './rights.ts'
import { whoIsStaff } from './staff-session.ts'
import type { TicketCodes } from './ticket-code.ts'
import type { PhoneVisit } from './views/phone-view.ts'
import { loadVisits } from './visit-details.ts'

/** Who a connection speaks for: one credential, and what it may do. */
export type Identity =
  | Sender
  /** Anybody who looks at the calls. */
  | Readonly<{
      kind: 'public'
      by: { readonly kind: 'public'; readonly id: 'hall' }
      name: string
      rights: ReadonlySet<Right>
    }>

/** Who may send commands. */
export type Sender = Readonly<{ by: Actor; name: string; rights: ReadonlySet<Right> }> &
  (
    | {
        readonly kind: 'staff'
        readonly session: string
        readonly endsAt: number
        /** Null at a desk, and wherever its view is enough. */
        readonly page: StaffPage | null
      }
    | { readonly kind: 'device'; readonly device: Device }
    | { readonly kind: 'ticket'; readonly ended: EndedTicket | null; readonly visit: PhoneVisit }
  )

export interface IdentityParts {
  readonly auth: Auth
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly codes: TicketCodes
  /** The pages that may use a staff session; a cookie comes along with requests of any page. */
  readonly origins: readonly string[]
}

export type Identified = { readonly ok: true; readonly identity: Identity } | Unidentified

export interface Unidentified {
  readonly ok: false
  readonly code: WireError
  /** Which one is missing. */
  readonly right?: Right
}

/** Who it is that connects, by the credential that it names. Its other credentials do not count. */
export async function identify(
  parts: IdentityParts,
  credential: Credential,
  headers: Headers,
): Promise<Identified> {
  switch (credential.kind) {
    case 'staff':
      return identifyStaff(parts, headers, credential.page ?? null)
    case 'device':
      return identifyDevice(parts, credential.token)
    case 'ticket':
      return identifyTicket(parts, credential.code)
    case 'public':
      return { ok: true, identity: onlooker }
  }
}

const onlooker: Identity = {
  kind: 'public',
  by: { kind: 'public', id: 'hall' },
  name: '',
  rights: new Set(),
}

async function identifyStaff(
  parts: IdentityParts,
  headers: Headers,
  page: StaffPage | null,
): Promise<Identified> {
  if (!isOwnPage(parts.origins, headers)) return { ok: false, code: 'credential/origin' }
  const staff = await whoIsStaff(parts, headers)
  if (!staff) return { ok: false, code: headers.has('cookie') ? 'credential/unknown' : 'credential/missing' }
  if (staff.locked) return { ok: false, code: 'credential/locked' }
  const { userId, name, rights, sessionId, endsAt } = staff
  const needed = page && rightOfPage[page]
  if (needed && !rights.includes(needed)) return { ok: false, code: 'right/missing', right: needed }
  const by: Actor = { kind: 'staff', id: userId }
  return {
    ok: true,
    identity: { kind: 'staff', by, name, rights: new Set(rights), session: sessionId, endsAt, page },
  }
}

async function identifyDevice({ db, hallId }: IdentityParts, token: string): Promise<Identified> {
  const device = await deviceByToken(db, token)
  if (!device || device.hallId !== hallId) return { ok: false, code: 'credential/unknown' }
  const { id, name, rights } = device
  return {
    ok: true,
    identity: { kind: 'device', by: { kind: 'device', id }, name, rights: new Set(rights), device },
  }
}

async function identifyTicket({ db, hallId, codes }: IdentityParts, code: string): Promise<Identified> {
  const id = codes.ticketOf(code)
  const ticket = id === null ? null : await findTicket(db, hallId, id)
  if (!ticket) return { ok: false, code: 'credential/unknown' }
  const visits = await loadVisits(db, [ticket.visit_id])
  const by: Actor = { kind: 'ticket', id: ticket.id }
  const ended = ticket.ended_at === null ? null : ticketAsOfNow(JSON.parse(ticket.snapshot) as EndedTicket)
  const visit = visits.get(ticket.visit_id) ?? { language: 'lt', summary: null }
  return {
    ok: true,
    identity: { kind: 'ticket', by, name: ticket.label, rights: new Set(ticketRights), ended, visit },
  }
}
