import type { Language } from '#shared/messages/text.ts'
import type { DownFields, WireAnswer } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { KioskView } from '#shared/protocol/views.ts'
import type { Need } from '#shared/queue/command.ts'
import type { Line } from '#shared/ui/line.svelte.ts'
import { newCommandId } from '#shared/ui/send.ts'

import { Assistance } from './assistance.svelte.ts'
import type { Group, KioskService } from './choices.ts'
import { Countdown } from './countdown.svelte.ts'
import { Idle } from './idle.svelte.ts'
import { paperOf } from './paper.ts'
import { screenOf } from './screen.ts'
import { Visit } from './visit.svelte.ts'

/** What a kiosk needs of its line. */
export type KioskLine = Pick<
  Line<KioskView>,
  'view' | 'status' | 'code' | 'lostAt' | 'printer' | 'described' | 'now' | 'send'
>

/** How long a ticket stays in sight, in seconds. Without paper there must be time to remember it or to scan. */
const stay = { printed: 20, withoutPaper: 60, more: 60 }

/** A kiosk as its visitor meets it: one visitor at a time, and nothing of one left for the next. */
export class Kiosk {
  readonly line: KioskLine
  readonly visit = new Visit()
  readonly assistance: Assistance
  readonly idle = new Idle({ inUse: () => this.#inUse(), onEnd: () => this.#nextVisitor() })
  readonly stay = new Countdown(() => this.#stayEnded())
  /** A ticket is being asked for: only one at a time. */
  asking = $state(false)
  refused = $state<ErrorCode | null>(null)

  readonly screen = $derived.by(() => screenOf(this.line, this.visit.page))
  readonly paper = $derived.by(() => paperOf(this.#outcome, this.line.printer))

  readonly #reload: () => void
  #printed = $state.raw<DownFields<'ticket:printed'> | null>(null)
  // It can be told before the ticket itself is answered.
  readonly #outcome = $derived.by(() =>
    this.screen.kind === 'ticket' && this.#printed?.ticket === this.screen.given.id
      ? this.#printed.outcome
      : null,
  )
  /** The ids of this visitor's commands of which nobody knows whether they happened, by what was asked for. */
  #unanswered: Record<string, string> = {}
  #toBeLoadedAnew = false

  /** `reload` loads the page anew. */
  constructor(line: KioskLine, reload: () => void = () => location.reload()) {
    this.line = line
    this.assistance = new Assistance(line)
    this.#reload = reload
  }

  get language(): Language {
    return this.visit.language
  }

  chooseLanguage(language: Language): void {
    this.visit.language = language
  }

  openGroup({ id }: Group): void {
    if (this.#mayMove()) this.visit.go({ at: 'group', group: id })
  }

  openService({ id }: KioskService): void {
    if (!this.#mayMove()) return
    this.refused = null
    const { page } = this.visit
    this.visit.go({ at: 'service', service: id, group: page.at === 'group' ? page.group : null })
  }

  openNeeds(): void {
    const { page } = this.visit
    if (page.at === 'service' && this.#mayMove()) this.visit.go({ ...page, at: 'needs' })
  }

  toggleNeed(need: Need): void {
    if (this.#mayMove()) this.visit.toggleNeed(need)
  }

  back(): void {
    if (this.#mayMove()) this.visit.back()
  }

  chooseOther(): void {
    if (this.#mayMove()) this.visit.toServices()
  }

  /** The visitor begins anew, or is done. */
  startOver(): void {
    if (this.#mayMove()) this.#nextVisitor()
  }

  /** Takes a number for the service on the screen, unless one is being asked for already. */
  async take(): Promise<void> {
    const { screen } = this
    const service = screen.kind === 'service' || screen.kind === 'needs' ? screen.service : null
    if (service?.closed !== null || !this.#mayMove()) return
    this.asking = true
    this.refused = null
    const fields = { service: service.id, language: this.language, needs: [...this.visit.needs] }
    const asked = JSON.stringify(fields)
    const id = (this.#unanswered[asked] ??= newCommandId())
    const answer = await this.line.send('ticket:issue', fields, id).finally(() => (this.asking = false))
    if (answer.ok || answer.error.code !== 'line/lost') delete this.#unanswered[asked]
    if (answer.ok) this.#give(answer.answer, service)
    else this.refused = answer.error.code
  }

  printed(printed: DownFields<'ticket:printed'>): void {
    this.#printed = printed
  }

  /** What becomes of the paper is known, or is another than before: the ticket stays as long as that asks for. */
  paperChanged(): void {
    if (this.screen.kind === 'ticket') this.stay.leaveAtLeast(this.#stayFor())
  }

  stayLonger(): void {
    if (!this.visit.tooSoon()) this.stay.start(stay.more)
  }

  askForAssistance(): void {
    if (!this.#mayMove()) return
    if (this.screen.kind === 'ticket') this.stay.leaveAtLeast(stay.more)
    this.assistance.ask()
    this.visit.screenChanged()
  }

  /** What the visitor said when asked. */
  async answerAssistance(call: boolean): Promise<void> {
    if (this.visit.tooSoon()) return
    if (call) await this.assistance.call()
    else this.assistance.leave()
    this.visit.screenChanged()
  }

  async cancelAssistance(): Promise<void> {
    if (!this.#mayMove()) return
    this.visit.screenChanged()
    await this.assistance.cancel()
  }

  /** Somebody is there. */
  touched(): void {
    // The warning goes, and the finger is on what was under it.
    if (this.idle.warning.left !== null) this.visit.screenChanged()
    if (this.screen.kind !== 'ticket') this.idle.touched()
  }

  /** Loads the page anew as soon as no visitor would lose anything by it. */
  loadAnew(): void {
    this.#toBeLoadedAnew = true
    if (!this.#inUse()) this.#reload()
  }

  close(): void {
    this.idle.stop()
    this.stay.stop()
  }

  #give(answer: WireAnswer, service: KioskService): void {
    const { ticket = '', label = '', url = null, promised } = answer
    this.idle.stop()
    const given = { id: ticket, label, url, service, ahead: service.waiting, promised }
    this.visit.go({ at: 'ticket', given })
    this.stay.start(this.#stayFor())
  }

  #stayEnded(): void {
    const { screen } = this
    if (screen.kind !== 'ticket' || this.paper !== 'printing') return this.#nextVisitor()
    // Whoever still waits for the paper is not to leave without the number.
    this.printed({ ticket: screen.given.id, outcome: 'unknown' })
    this.paperChanged()
  }

  #nextVisitor(): void {
    this.close()
    this.refused = null
    this.#unanswered = {}
    this.assistance.leave()
    this.visit.startOver()
    if (this.#toBeLoadedAnew) this.#reload()
  }

  /** A second touch of a double one moves nothing, nor does any while a ticket is being asked for. */
  #mayMove(): boolean {
    return !this.asking && !this.visit.tooSoon()
  }

  #inUse(): boolean {
    const { kind } = this.screen
    if (kind === 'lost' || kind === 'broken' || kind === 'connecting') return false
    return this.visit.begun || this.assistance.question
  }

  #stayFor(): number {
    return this.paper === 'take' || this.paper === 'printing' ? stay.printed : stay.withoutPaper
  }
}
