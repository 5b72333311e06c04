import { randomUUID } from 'node:crypto'

import { io } from 'socket.io-client'

import type { Acknowledgement, DownFields } from '#shared/protocol/down.ts'
import type { Credential } from '#shared/protocol/handshake.ts'
import { protocolVersion } from '#shared/protocol/version.ts'
import type { View } from '#shared/protocol/views.ts'
import { updatedView } from '#shared/ui/updated-view.ts'

import type { Deed } from './person.ts'

export interface LineTo {
  /** Where the server is reached. */
  readonly url: string
  readonly credential: Credential
  /** Of staff: the session, and the page's origin. */
  readonly headers?: Readonly<Record<string, string>>
  /** Ends the line. */
  readonly signal: AbortSignal
}

/** A person's line to the server. It comes back by itself until the credential or the demo ends. */
export interface PersonLine<V extends View> {
  /** The newest. */
  view(): V
  /** Sent until it is answered, with one id: it happens once. */
  send(deed: Deed): Promise<Acknowledgement>
  /** True if the views fit for so long, false as soon as one does not or the line ends. */
  holds(ms: number, fits: (view: V) => boolean): Promise<boolean>
  ended(): boolean
}

/** An answer that takes longer is asked for again, ms. */
const answerWithin = 5_000
const longestTimer = 2 ** 31 - 1

/** Resolves with the first view; null if the line ended before. */
export function openPersonLine<V extends View>(to: LineTo): Promise<PersonLine<V> | null> {
  const socket = io(to.url, {
    auth: { protocol: protocolVersion, build: 'demo', credential: to.credential },
    transports: ['websocket'],
    extraHeaders: { ...to.headers },
    reconnectionDelayMax: 2_000,
    forceNew: true,
  })
  const listeners = new Set<() => void>()
  let newest: V | null = null
  let hasEnded = false

  socket.on('view:changed', ({ view }: DownFields<'view:changed'>) => {
    newest = view as V
    tellAll()
  })
  socket.on('view:updated', (update: DownFields<'view:updated'>) => {
    newest = updatedView(newest, update)
    tellAll()
  })
  socket.on('session:ended', ({ code }: DownFields<'session:ended'>) => {
    if (code !== 'server/stopping') end()
  })
  socket.on('connect_error', () => {
    if (!socket.active) end()
  })

  function tellAll(): void {
    for (const listener of [...listeners]) listener()
  }

  function end(): void {
    hasEnded = true
    to.signal.removeEventListener('abort', end)
    socket.disconnect()
    tellAll()
  }

  async function send({ name, fields }: Deed): Promise<Acknowledgement> {
    const id = randomUUID()
    while (!hasEnded) {
      try {
        return (await socket.timeout(answerWithin).emitWithAck(name, { id, ...fields })) as Acknowledgement
      } catch {
        // No answer in time, or the line broke: asked again, when it is back.
      }
    }
    return { ok: false, error: { code: 'line/lost', details: {} } }
  }

  function holds(ms: number, fits: (view: V) => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const timer =
        ms === Infinity ? undefined : setTimeout(() => settle(true), Math.min(Math.max(ms, 0), longestTimer))
      const look = () => {
        if (hasEnded || newest === null || !fits(newest)) settle(false)
      }
      function settle(held: boolean): void {
        clearTimeout(timer)
        listeners.delete(look)
        resolve(held)
      }
      listeners.add(look)
      look()
    })
  }

  const line: PersonLine<V> = {
    view: () => newest!,
    send,
    holds,
    ended: () => hasEnded,
  }
  return new Promise((resolve) => {
    const first = () => {
      if (!hasEnded && newest === null) return
      listeners.delete(first)
      resolve(hasEnded ? null : line)
    }
    listeners.add(first)
    to.signal.addEventListener('abort', end)
    if (to.signal.aborted) end()
  })
}
