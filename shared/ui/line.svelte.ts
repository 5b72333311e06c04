import { io, type Socket } from 'socket.io-client'

import type { Acknowledgement, DownFields } from '../protocol/down.ts'
import type { ErrorCode } from '../protocol/error.ts'
import type { Credential } from '../protocol/handshake.ts'
import type { UpFields, UpName } from '../protocol/up.ts'
import { protocolVersion } from '../protocol/version.ts'
import type { View } from '../protocol/views.ts'
import type { KeptView } from './kept-view.ts'
import { newCommandId, send } from './send.ts'
import { recall, remember } from './tab-memory.ts'
import { updatedView } from './updated-view.ts'

/** `connecting` until the first view; `refused` and `ended` do not try again by themselves. */
export type LineStatus = 'connecting' | 'live' | 'lost' | 'refused' | 'ended'

export interface LineParts<V extends View> {
  readonly credential: Credential
  /** The build of this page; the server tells its own. Null: the page has more than this line, and is not loaded anew by it. */
  readonly build: string | null
  readonly onCalled?: (call: DownFields<'ticket:called'>) => void
  readonly onSoundAsked?: () => void
  readonly onPrinted?: (printed: DownFields<'ticket:printed'>) => void
  /** Loads the page anew, at once or as soon as nobody loses by it. Asked for only when the server has just answered. */
  readonly reload?: () => void
  /** What this page knew before it was loaded anew. */
  readonly kept?: KeptView<V>
  /** The server's address; a page's own by default. */
  readonly url?: string
}

/** A line is taken for dead after so long without a beat; the server beats every 5 seconds. */
const deadAfter = 15_000
/** A page of an older build, or of another protocol, loads itself anew, but not over and over. */
const reloadGap = 60_000
/** A server that was stopped for longer is not just being started anew. */
const restartTakes = 60_000
/** What passes by itself, and after how long the page asks again: Socket.IO does so only where nobody answered. */
const againAfter: Partial<Record<ErrorCode, number>> = { 'server/internal': 3_000, 'public/full': 15_000 }

/** A page's line to the server: the newest view, whether it can be trusted, and the way to send commands. */
export class Line<V extends View> {
  /** The newest view, whole; null before the first. Old while the line is not `live`, as one that was kept is. */
  view = $state.raw<V | null>(null)
  status = $state<LineStatus>('connecting')
  /** Why the line was refused or ended; of one that is lost, why it comes back by itself. */
  code = $state<ErrorCode | null>(null)
  /** By the server's clock: when the line was lost, and when the view was last known to be true. */
  lostAt = $state<number | null>(null)
  seenAt = $state<number | null>(null)
  /** What is heard at this display of a call; null before the server says it. */
  sound = $state<DownFields<'sound:changed'>['sound'] | null>(null)
  printer = $state.raw<DownFields<'printer:changed'>['state']>(null)
  /** What the hall tells of each service, beside the view; only to kiosks. */
  described = $state.raw<DownFields<'hall:described'> | null>(null)

  readonly #socket: Socket
  readonly #parts: LineParts<V>
  readonly #watch: ReturnType<typeof setInterval>
  /** Server's clock minus the page's. */
  #skew = $state(0)
  #beatAt = 0
  /** The server serves another build than this page's. */
  #isOlder = false
  #later: ReturnType<typeof setTimeout> | undefined

  constructor(parts: LineParts<V>) {
    this.#parts = parts
    const kept = parts.kept?.read()
    if (kept) Object.assign(this, kept)
    const auth = { protocol: protocolVersion, build: parts.build ?? '', credential: parts.credential }
    const options = { auth, transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 3_000 }
    this.#socket = parts.url ? io(parts.url, options) : io(options)
    this.#listen(this.#socket)
    this.#watch = setInterval(() => this.#lookForLife(), 1_000)
  }

  /** The server's time, as well as the page knows it. */
  now(): number {
    return Date.now() + this.#skew
  }

  /** How far the page's clock is off, in ms: more than 0 if it is ahead of the server's. */
  get ahead(): number {
    return -this.#skew
  }

  /** With the `id` of a command that was not answered, that one is asked for again: it happens once. */
  send<N extends UpName>(name: N, fields: UpFields<N>, id = newCommandId()): Promise<Acknowledgement> {
    return send(this.#socket, name, fields, id)
  }

  close(): void {
    clearInterval(this.#watch)
    clearTimeout(this.#later)
    this.#socket.disconnect()
  }

  #listen(socket: Socket): void {
    socket.on('hall:welcomed', ({ build, now }: DownFields<'hall:welcomed'>) => {
      this.#skew = now - Date.now()
      this.#alive()
      this.#isOlder = build !== this.#parts.build
      if (this.#isOlder) this.#reload()
    })
    socket.on('view:changed', ({ view }: DownFields<'view:changed'>) => this.#see(view as V))
    socket.on('view:updated', (update: DownFields<'view:updated'>) =>
      this.#see(updatedView(this.view, update)),
    )
    socket.on('hall:described', (described: DownFields<'hall:described'>) => (this.described = described))
    socket.on('line:beaten', ({ now }: DownFields<'line:beaten'>) => {
      this.#skew = now - Date.now()
      this.#alive()
    })
    socket.on('ticket:called', (call: DownFields<'ticket:called'>) => this.#parts.onCalled?.(call))
    socket.on('sound:asked', () => this.#parts.onSoundAsked?.())
    socket.on('ticket:printed', (printed: DownFields<'ticket:printed'>) => this.#parts.onPrinted?.(printed))
    socket.on('sound:changed', ({ sound }: DownFields<'sound:changed'>) => (this.sound = sound))
    socket.on('printer:changed', ({ state }: DownFields<'printer:changed'>) => (this.printer = state))
    socket.on('session:ended', ({ code }: DownFields<'session:ended'>) => {
      // The server goes, and not the session.
      if (code === 'server/stopping') this.code = code
      else this.#stop('ended', code)
    })
    socket.on('disconnect', () => this.#lost())
    socket.on('connect_error', (error: Error & { data?: { code?: ErrorCode } }) => {
      const code = error.data?.code
      if (code === 'protocol/outdated') this.#outdated(code)
      else if (code && againAfter[code] === undefined) this.#stop('refused', code)
      else this.#passing(code ?? null)
    })
  }

  #see(view: V): void {
    this.view = view
    this.#alive()
    this.status = 'live'
    this.lostAt = null
    this.code = null
    this.#parts.kept?.write({ view, seenAt: this.now() })
  }

  #alive(): void {
    this.#beatAt = performance.now()
    this.seenAt = this.now()
  }

  #lost(): void {
    if (this.status === 'ended' || this.status === 'refused') return
    // A line may have been dead for a while when that is noticed: its data are as old as its last beat.
    this.lostAt ??= this.#beatAt > 0 ? this.seenAt : this.now()
    this.status = this.view === null ? 'connecting' : 'lost'
  }

  #passing(code: ErrorCode | null): void {
    // A failure of the server says nothing that a lost line does not.
    if (code === 'public/full') this.code = code
    this.#lost()
    const wait = code && againAfter[code]
    if (wait) this.#doLater(wait, () => this.#socket.connect())
  }

  #outdated(code: ErrorCode): void {
    this.code = code
    this.#lost()
    this.#reload()
  }

  #stop(status: 'ended' | 'refused', code: ErrorCode): void {
    this.status = status
    this.code = code
    clearTimeout(this.#later)
    this.#socket.disconnect()
  }

  /** A socket may believe itself open long after its line is dead: then it is opened anew. */
  #lookForLife(): void {
    const lostFor = this.lostAt === null ? 0 : this.now() - this.lostAt
    if (this.code === 'server/stopping' && lostFor >= restartTakes) this.code = null
    if (!this.#socket.connected || performance.now() - this.#beatAt < deadAfter) return
    this.#lost()
    this.#socket.disconnect().connect()
  }

  #reload(): void {
    if (this.#parts.build === null) return
    const last = Number(recall('eile-reloaded') ?? 0)
    const tooSoon =
      Date.now() - last < reloadGap ||
      // Where nothing is kept, a page that is young may have just been loaded for the same reason.
      (!remember('eile-reloaded', String(Date.now())) && performance.now() < reloadGap)
    if (tooSoon) return this.#doLater(reloadGap, () => this.#askAgain())
    ;(this.#parts.reload ?? (() => location.reload()))()
  }

  /** Never loads anew what nobody may serve by now: the next answer of the server asks for it. */
  #askAgain(): void {
    if (this.#socket.connected && this.#isOlder) this.#reload()
    else if (!this.#socket.active) this.#socket.connect()
  }

  #doLater(ms: number, work: () => void): void {
    clearTimeout(this.#later)
    this.#later = setTimeout(work, ms)
  }
}
