import type { AskedCode, Claimed, ScreenKind } from '../protocol/devices.ts'
import { postJson, type Posted } from './post-json.ts'

export interface PairingParts {
  /** What the page is made for, and the screen will be. */
  readonly kind: ScreenKind
  readonly onpaired: (token: string) => void
  readonly post?: (path: string, body: object) => Promise<Posted | null>
}

type Step = 'asking' | 'code' | 'too-many' | 'paired'

const every = 2_000
const patience = 10_000
/** For this tab: a page that is loaded anew shows the code that somebody may be on the way with. */
const secretKey = {
  kiosk: 'eile-kiosk-secret',
  display: 'eile-display-secret',
  'counter-display': 'eile-counter-display-secret',
} as const

/** A screen that is not paired yet: it shows a code, and asks whether somebody has entered it. */
export class Pairing {
  step = $state<Step>('asking')
  /** In two groups, as people read it out. */
  code = $state('')
  /** Where it is entered. */
  page = $state('')
  /** How long the code is good yet, in ms. */
  left = $state(0)
  /** Nobody answers: what is shown may be over. */
  lost = $state(false)

  readonly #parts: PairingParts
  readonly #post: (path: string, body: object) => Promise<Posted | null>
  readonly #ticking: ReturnType<typeof setInterval>
  #next: ReturnType<typeof setTimeout> | undefined
  #secret: string | null
  /** By `performance.now()`: the clock of a new screen may be years off. */
  #endsAt = 0
  #closed = false

  constructor(parts: PairingParts) {
    this.#parts = parts
    this.#secret = sessionStorage.getItem(secretKey[parts.kind])
    this.#post = parts.post ?? postJson
    this.#ticking = setInterval(() => this.#tick(), 1_000)
    void this.#turn()
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#ticking)
    clearTimeout(this.#next)
  }

  async #turn(): Promise<void> {
    const wait = this.#secret === null ? await this.#ask() : await this.#claim(this.#secret)
    if (!this.#closed && this.step !== 'paired') this.#next = setTimeout(() => void this.#turn(), wait)
  }

  /** Answers how long to wait until the next turn, in ms. */
  async #ask(): Promise<number> {
    const posted = await this.#post('/api/pairing', { kind: this.#parts.kind })
    this.lost = posted === null || posted.status >= 500
    if (posted?.status === 200) {
      const asked = posted.body as AskedCode
      this.#keep(asked.secret)
      this.#show(asked)
    } else if (posted?.status === 429) {
      this.step = 'too-many'
      return patience
    }
    return every
  }

  async #claim(secret: string): Promise<number> {
    const posted = await this.#post('/api/pairing/claim', { secret })
    if (this.#closed) return 0
    this.lost = posted === null || posted.status >= 500
    if (posted?.status === 200) {
      const claimed = posted.body as Claimed
      if (claimed.state === 'waiting') this.#show(claimed)
      else this.#paired(claimed.token)
    } else if (posted && posted.status < 500) {
      this.#keep(null)
      this.step = 'asking'
      return 0
    }
    return every
  }

  #paired(token: string): void {
    this.step = 'paired'
    this.#keep(null)
    this.close()
    this.#parts.onpaired(token)
  }

  #show({ code, until, now, page }: Omit<AskedCode, 'secret'>): void {
    this.step = 'code'
    this.code = `${code.slice(0, 3)} ${code.slice(3)}`
    this.page = page
    this.#endsAt = performance.now() + until - now
    this.#tick()
  }

  #tick(): void {
    this.left = Math.max(0, this.#endsAt - performance.now())
  }

  #keep(secret: string | null): void {
    this.#secret = secret
    const key = secretKey[this.#parts.kind]
    if (secret === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, secret)
  }
}
