import type { Language } from '#shared/messages/text.ts'
import type { DownFields } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { KioskView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { Countdown } from './countdown.svelte.ts'
import { paperOf } from './paper.ts'

/** What a kiosk needs of its line. */
export type KioskLine = Pick<Line<KioskView>, 'view' | 'status' | 'lostAt' | 'printer' | 'now' | 'send'>

export type KioskService = KioskView['services'][number]

export interface GivenTicket {
  readonly id: string
  readonly label: string
  /** Where its visitor can follow it. */
  readonly url: string | null
  readonly service: KioskService
  /** How many of the same service were waiting when it was asked for. */
  readonly ahead: number
}

type Screen = 'connecting' | 'broken' | 'lost' | 'closed' | 'services' | 'ticket'

/** How long a ticket stays in sight, in seconds. Without paper there must be time to remember it or to scan. */
const stay = { printed: 15, withoutPaper: 60, more: 60 }
/** When nobody touches the screen any more, in seconds; who needs longer is warned for 20 (WCAG 2.2.1). */
const idle = { quiet: 30, warning: 20 }
/** A second touch so soon was meant for the screen before, in ms (EN 301 549, 5.8 asks for half a second). */
const doubleTouch = 700

/** A kiosk as its visitor meets it: one visitor at a time, and nothing of one left for the next. */
export class Kiosk {
  readonly line: KioskLine
  language = $state<Language>('lt')
  /** The service whose ticket is being asked for: only one at a time. */
  asked = $state<string | null>(null)
  given = $state.raw<GivenTicket | null>(null)
  refused = $state.raw<{ readonly service: string; readonly code: ErrorCode } | null>(null)
  /** Rises with each visitor. */
  visitor = $state(0)

  readonly stay = new Countdown(() => this.startOver())
  readonly warning = new Countdown(() => this.startOver())

  readonly screen = $derived.by((): Screen => this.#screen())
  readonly paper = $derived.by(() => paperOf(this.#outcome, this.line.printer))

  #printed = $state.raw<DownFields<'ticket:printed'> | null>(null)
  // It can be told before the ticket itself is answered.
  readonly #outcome = $derived.by(() =>
    this.#printed !== null && this.#printed.ticket === this.given?.id ? this.#printed.outcome : null,
  )
  #quiet: ReturnType<typeof setTimeout> | undefined
  #changedAt = -Infinity

  constructor(line: KioskLine) {
    this.line = line
  }

  /** Asks for a ticket, unless one is being asked for already. */
  async choose(service: KioskService): Promise<void> {
    if (this.screen !== 'services' || this.asked !== null || service.closed !== null || this.#tooSoon())
      return
    const ahead = service.waiting
    this.asked = service.id
    this.refused = null
    try {
      const answer = await this.line.send('ticket:issue', { service: service.id, language: this.language })
      if (!answer.ok) this.refused = { service: service.id, code: answer.error.code }
      else this.#give(answer.answer, service, ahead)
    } finally {
      this.asked = null
    }
  }

  printed(printed: DownFields<'ticket:printed'>): void {
    this.#printed = printed
    if (this.given) this.stay.leaveAtLeast(this.#stayFor())
  }

  stayLonger(): void {
    if (!this.#tooSoon()) this.stay.start(stay.more)
  }

  done(): void {
    if (!this.#tooSoon()) this.startOver()
  }

  /** Somebody is there. */
  touched(): void {
    this.warning.stop()
    clearTimeout(this.#quiet)
    if (!this.given) this.#quiet = setTimeout(() => this.#nobodyTouches(), idle.quiet * 1_000)
  }

  /** For the next visitor. */
  startOver(): void {
    if (this.given) this.#changedAt = performance.now()
    this.#stopTimers()
    this.language = 'lt'
    this.given = null
    this.refused = null
    this.visitor += 1
  }

  close(): void {
    this.#stopTimers()
  }

  #screen(): Screen {
    const { view, status, lostAt } = this.line
    if (this.given) return 'ticket'
    if (status === 'refused' || status === 'ended') return 'broken'
    if (status === 'lost') return 'lost'
    if (view === null) return lostAt === null ? 'connecting' : 'lost'
    return view.hall.open ? 'services' : 'closed'
  }

  #give(
    answer: { ticket?: string; label?: string; url?: string },
    service: KioskService,
    ahead: number,
  ): void {
    const { ticket = '', label = '', url = null } = answer
    this.#stopTimers()
    this.given = { id: ticket, label, url, service, ahead }
    this.#changedAt = performance.now()
    this.stay.start(this.#stayFor())
  }

  #stayFor(): number {
    return this.paper === 'take' || this.paper === 'printing' ? stay.printed : stay.withoutPaper
  }

  #nobodyTouches(): void {
    if (this.language === 'lt' && this.refused === null) this.startOver()
    else this.warning.start(idle.warning)
  }

  #tooSoon(): boolean {
    return performance.now() - this.#changedAt < doubleTouch
  }

  #stopTimers(): void {
    clearTimeout(this.#quiet)
    this.stay.stop()
    this.warning.stop()
  }
}
