import { Agent } from 'node:http'

import { io, type Socket } from 'socket.io-client'

import { acknowledgement, down, type DownFields, type DownName } from '#shared/protocol/down.ts'
import type { Acknowledgement, WireAnswer } from '#shared/protocol/down.ts'
import type { Credential } from '#shared/protocol/handshake.ts'
import type { UpFields, UpName } from '#shared/protocol/up.ts'
import { protocolVersion } from '#shared/protocol/version.ts'
import { view, type View } from '#shared/protocol/views.ts'
import { updatedView } from '#shared/ui/updated-view.ts'

export interface ClientOptions {
  readonly cookie?: string
  readonly origin?: string
  readonly protocol?: unknown
  /** The address of this machine that the server sees. */
  readonly from?: string
  /** Where the server is reached, if not directly. */
  readonly url?: string
  /** As a page does; most tests want to see that a line stays cut. */
  readonly reconnects?: boolean
}

type ViewOf<A extends View['audience']> = Extract<View, { audience: A }>

/** A message as it came. */
interface Message {
  readonly name: string
  readonly fields: unknown
}

/** One end of a line. Commands get ids of their own, and everything that comes down must fit the protocol. */
export interface Client {
  readonly socket: Socket
  /** Resolves with the first connection. */
  readonly connected: Promise<void>
  /** Resolves with the reason of the first disconnection. */
  readonly disconnected: Promise<string>
  readonly messages: readonly Message[]
  readonly views: readonly View[]
  /** What came and does not fit the protocol. */
  readonly faults: readonly string[]
  send<N extends UpName>(name: N, fields: UpFields<N>, id?: string): Promise<Acknowledgement>
  /** The same for what has to work. */
  does<N extends UpName>(name: N, fields: UpFields<N>): Promise<WireAnswer>
  /** The same for what has to be refused: the code. */
  refusal<N extends UpName>(name: N, fields: UpFields<N>): Promise<string>
  /** Anything, however wrong. */
  sendRaw(name: string | number, ...payload: unknown[]): Promise<Acknowledgement>
  /** The first message of this name that fits, come already or yet to come. */
  heard<N extends DownName>(name: N, fits?: (fields: DownFields<N>) => boolean): Promise<DownFields<N>>
  /** The newest view if it fits, else the next one that does. */
  seen<A extends View['audience']>(audience: A, fits?: (view: ViewOf<A>) => boolean): Promise<ViewOf<A>>
}

let lastId = 0
export const freshId = () => `test-command-${(lastId += 1)}`

export function openClient(server: string, credential: Credential, options: ClientOptions): Client {
  const { cookie, origin, from, protocol = protocolVersion, url = server, reconnects = false } = options
  const socket = io(url, {
    auth: { protocol, build: 'test', credential },
    transports: ['websocket'],
    extraHeaders: { ...(cookie && { cookie }), ...(origin && { origin }) },
    // The types know of browsers only.
    ...(from !== undefined && { agent: new Agent({ localAddress: from }) as never }),
    reconnection: reconnects,
    reconnectionDelay: 20,
    forceNew: true,
  })
  const messages: Message[] = []
  const views: View[] = []
  const faults: string[] = []
  const listeners = new Set<() => void>()

  socket.onAny((name: string, fields: unknown) => {
    const parsed = Object.hasOwn(down, name) ? down[name as DownName].safeParse(fields) : null
    if (!parsed?.success) faults.push(`${name} ${JSON.stringify(fields)}: ${parsed?.error.message}`)
    messages.push({ name, fields })
    if (name === 'view:changed') views.push((fields as DownFields<'view:changed'>).view)
    if (name === 'view:updated') update(fields as DownFields<'view:updated'>)
    for (const listener of listeners) listener()
  })

  function update(changes: DownFields<'view:updated'>): void {
    const updated = updatedView(views.at(-1) ?? null, changes)
    const { success, error } = view.safeParse(updated)
    if (!success) faults.push(`${JSON.stringify(changes)}: ${error.message}`)
    views.push(updated)
  }

  /** Looks now and whenever something has come. */
  function until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const listener = () => {
        const found = look()
        if (found === undefined) return
        listeners.delete(listener)
        resolve(found)
      }
      listeners.add(listener)
      listener()
    })
  }

  async function sendRaw(name: string | number, ...payload: unknown[]): Promise<Acknowledgement> {
    const answer: unknown = await socket.emitWithAck(name as string, ...payload)
    const parsed = acknowledgement.safeParse(answer)
    if (!parsed.success) faults.push(`answer to ${name} ${JSON.stringify(answer)}: ${parsed.error.message}`)
    return answer as Acknowledgement
  }

  const send: Client['send'] = (name, fields, id = freshId()) => sendRaw(name, { id, ...fields })

  return {
    socket,
    connected: new Promise((resolve, reject) => {
      socket.once('connect', resolve)
      if (!reconnects) socket.once('connect_error', reject)
    }),
    disconnected: new Promise((resolve) => socket.once('disconnect', (reason) => resolve(reason))),
    messages,
    views,
    faults,
    send,
    async does(name, fields) {
      const answer = await send(name, fields)
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
      return answer.answer
    },
    async refusal(name, fields) {
      const answer = await send(name, fields)
      if (answer.ok) throw new Error(`${name} was not refused.`)
      return answer.error.code
    },
    sendRaw,
    heard: (name, fits = () => true) =>
      until(
        () =>
          messages.find((one) => one.name === name && fits(one.fields as never))?.fields as
            DownFields<typeof name> | undefined,
      ),
    seen: <A extends View['audience']>(audience: A, fits: (view: ViewOf<A>) => boolean = () => true) =>
      until(() => {
        const newest = views.at(-1) as ViewOf<A> | undefined
        return newest?.audience === audience && fits(newest) ? newest : undefined
      }),
  }
}
