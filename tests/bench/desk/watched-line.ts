import type { Socket } from 'socket.io-client'

import type { DownFields } from '#shared/protocol/down.ts'
import type { View } from '#shared/protocol/views.ts'
import { updatedView } from '#shared/ui/updated-view.ts'

import { connect } from '../lines.ts'

/** What lines were told of their views after the first. */
export interface Told {
  readonly updates: number
  readonly bytes: number
}

/** A line, with its newest view and what it took to keep it so. */
export interface WatchedLine {
  readonly socket: Socket
  readonly view: () => View | null
  readonly told: () => Told
  /** Counts from now on. */
  readonly forget: () => void
}

export const nothing: Told = { updates: 0, bytes: 0 }

/** Bytes are counted as they come over the wire, where nothing is deflated. */
export async function openWatched(url: string, credential: object, cookie?: string): Promise<WatchedLine> {
  let view: View | null = null
  let told = nothing
  const socket = await connect(url, credential, cookie, (socket) => {
    socket.on('view:changed', (whole: DownFields<'view:changed'>) => (view = whole.view))
    socket.on('view:updated', (update: DownFields<'view:updated'>) => (view = updatedView(view, update)))
    socket.on('connect', () => socket.io.engine.on('data', count))
  })

  function count(data: unknown): void {
    if (typeof data !== 'string' || !data.startsWith('2["view:updated"')) return
    // With Engine.IO's kind of packet, which is parsed off by then.
    const payload = 1 + Buffer.byteLength(data)
    told = add(told, { updates: 1, bytes: headerOf(payload) + payload })
  }

  return {
    socket,
    view: () => view,
    told: () => told,
    forget: () => (told = nothing),
  }
}

export function add(one: Told, other: Told): Told {
  return { updates: one.updates + other.updates, bytes: one.bytes + other.bytes }
}

/** Of a WebSocket frame from a server (RFC 6455, 5.2). */
function headerOf(payload: number): number {
  if (payload < 126) return 2
  return payload < 65_536 ? 4 : 10
}
