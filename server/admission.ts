import type { Socket } from 'socket.io'

import type { ErrorCode } from '#shared/protocol/error.ts'
import { handshake } from '#shared/protocol/handshake.ts'
import { protocolVersion } from '#shared/protocol/version.ts'

import { identify, type Identity, type IdentityParts, type Unidentified } from './identity.ts'
import type { Right } from './rights.ts'

/** Puts the identity on the socket; why not if there is none. */
export async function admit(parts: IdentityParts, socket: Socket): Promise<Unidentified | null> {
  const shape = handshake.safeParse(socket.handshake.auth)
  const version = (socket.handshake.auth as { protocol?: unknown }).protocol
  if (version !== undefined && version !== protocolVersion) return { ok: false, code: 'protocol/outdated' }
  if (!shape.success) return { ok: false, code: 'credential/missing' }
  const headers = new Headers()
  for (const [name, value] of Object.entries(socket.handshake.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const identified = await identify(parts, shape.data.credential, headers)
  if (!identified.ok) return identified
  ;(socket.data as { identity?: Identity }).identity = identified.identity
  return null
}

export function identityOf(socket: Socket): Identity {
  return (socket.data as { identity: Identity }).identity
}

/** As Socket.IO tells it to the page that wanted to connect. */
export function refusal(code: ErrorCode, right?: Right): Error {
  return Object.assign(new Error(code), { data: { code, details: right ? { right } : {} } })
}

/** By which a connection can be cut or reached. */
export function roomsOf(identity: Identity): string[] {
  const own = `${identity.by.kind}:${identity.by.id}`
  if (identity.kind === 'staff') return [own, `session:${identity.session}`]
  if (identity.kind === 'ticket') return [own, 'phones']
  return identity.kind === 'device' && identity.device.kind === 'kiosk' ? [own, 'kiosks'] : [own]
}

/** What two looks at a credential are compared by. */
export function rightsOf(socket: Socket): string {
  return [...identityOf(socket).rights].sort().join()
}
