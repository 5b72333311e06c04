import type { StaffLanguage, StaffTranslate } from '#shared/messages/staff.ts'
import { clockTime } from '#shared/messages/time.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { DeskView, WaitingDeskTicket } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { helpCalls } from '../help-calls.ts'
import { noteLocked, wasLeft } from '../idle.ts'
import { StaffSpeech } from '../staff-speech.svelte.ts'
import { storedChoice } from '../stored-choice.ts'
import {
  action,
  type ActionId,
  availableActions,
  isDoneAtOnce,
  isHeldBack,
  mainAction,
  mayServe,
  freeActions,
  visitorActions,
} from './actions.ts'
import { AutoCall } from './auto-call.svelte.ts'
import { actionOfPress, isPressOf, takesKeys } from './keys.ts'
import { type Asked, OpenQuestion, type Question } from './open-question.svelte.ts'
import type { OrderWords } from './order-text.ts'
import { noteCounter } from './own-counter.ts'
import { ParkedHere } from './parked-here.svelte.ts'

/** What a desk needs of its line. */
export type DeskLine = Pick<
  Line<DeskView>,
  'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now' | 'send' | 'close'
>

type Face = 'connecting' | 'signed-out' | 'locked' | 'refused' | 'no-right' | 'no-counter' | 'desk'
export interface Refusal {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number>>
}

const signedOutBy: readonly (ErrorCode | null)[] = [
  'credential/missing',
  'credential/unknown',
  'credential/ended',
]
const letterKeys = storedChoice('eile-desk-letters', ['on', 'off'])
/** The answer mostly comes sooner: buttons that were greyed until then would flicker at each press. In ms. */
const greyedAfter = 150
/** The view that tells of what was done comes before the answer, or soon after; longer than this nobody waits for it. */
const viewFollowsWithin = 2_000

/** A clerk's desk: who is here, what can be done now, who waits. */
export class Desk {
  readonly line: DeskLine
  readonly speech = new StaffSpeech()
  readonly autoCall = new AutoCall()
  readonly parkedHere = new ParkedHere()
  /** The server's time, as of the last tick. */
  now = $state(0)
  letters = $state(letterKeys.read() === 'on')
  refusal = $state.raw<Refusal | null>(null)
  /** Nothing is shown from now on; the server is told as soon as it hears. */
  locking = $state(wasLeft())

  /** Takes the focus on through the lists, where they are shown. */
  goThrough: (() => void) | undefined

  /** Where this desk is only a part of it: what is asked, or calls by itself, is left to the page of the whole. */
  readonly #atWholeDesk: ((id: ActionId) => void) | null
  readonly #question: OpenQuestion
  #sending = $state(false)
  #isSlow = $state(false)
  #slowFrom: ReturnType<typeof setTimeout> | undefined
  /** What was in sight when the last command was sent, until the next tick. */
  #before = $state.raw<DeskView | null>(null)
  #answered = $state.raw<{ readonly over: DeskView | null; readonly until: number } | null>(null)

  readonly face = $derived.by(() => this.#face())
  /** What concerns visitors may be in sight. */
  readonly open = $derived.by(() => ['desk', 'no-counter', 'no-right'].includes(this.face))
  readonly live = $derived.by(() => this.line.status === 'live')
  /** A command is under way, or its effect is not in view yet: a second one would be meant for what was seen before. */
  readonly busy = $derived.by(() => this.#sending || this.#awaitsView())
  /** Whether that is to be seen on what cannot be pressed meanwhile. */
  readonly held = $derived.by(() => !this.live || (this.#isSlow && this.busy))
  /** The view for all that can follow with the next tick, so that what a command did is seen at once. */
  readonly trailing = $derived.by(() => this.#before ?? this.line.view)
  readonly main = $derived.by(() => this.line.view && mainAction(this.line.view))
  readonly rest = $derived.by(() =>
    this.trailing ? [...visitorActions(this.trailing), ...freeActions(this.trailing)] : [],
  )
  readonly counter = $derived.by(() => {
    const { view } = this.line
    return view?.counters.find(({ id }) => id === view.shift?.counter) ?? null
  })
  /** In how many seconds the next is called by itself, here or at the page of the whole. */
  readonly callsIn = $derived.by(() => {
    const { due } = this.autoCall
    return due === null || due <= this.now ? null : Math.ceil((due - this.now) / 1_000)
  })
  /** Visitors at kiosks and colleagues who may be gone to from here, or are already. */
  readonly asking = $derived.by(() => {
    const { view } = this.line
    return view && this.may('assistance:answer') ? helpCalls(view, view.shift?.counter) : []
  })
  /** `asked`: what was left open where this clerk's session was locked. */
  constructor(
    line: DeskLine,
    atWholeDesk: ((id: ActionId) => void) | null = null,
    asked: Asked | null = null,
  ) {
    this.line = line
    this.#atWholeDesk = atWholeDesk
    this.#question = new OpenQuestion(() => line.view, asked)
    this.tick()
  }

  tick(): void {
    this.now = this.line.now()
    this.#before = null
    const { view } = this.line
    if (!view) return
    if (this.open && this.question === null) this.leaveQuestion()
    this.parkedHere.take(view, this.now)
    noteCounter(view)
    if (this.#atWholeDesk) return
    if (!view.shift && this.autoCall.on) this.autoCall.switchTo(false)
    const ready =
      this.live && !this.busy && this.face === 'desk' && this.question === null && view.offer !== null
    const taken = view.visitor !== null
    if (this.autoCall.isTime({ taken, ready }, view.autoCallSeconds, this.now)) void this.act('call-next')
  }

  get language(): StaffLanguage {
    return this.speech.language
  }

  get t(): StaffTranslate {
    return this.speech.t
  }

  get question(): Question | null {
    return this.#question.current
  }

  /** Whom an open question about one who waits is about. */
  get askedOf(): WaitingDeskTicket | null {
    return this.#question.waiting
  }

  /** The question that is to be asked again by whatever desk comes in the place of this one. */
  get asked(): Asked | null {
    return this.#question.asked
  }

  /** Nothing is asked, under way or about to be done by itself. */
  get atRest(): boolean {
    return this.asked === null && !this.busy && this.callsIn === null
  }

  get words(): OrderWords {
    const zone = this.line.view?.hall.timeZone
    return { t: this.t, now: this.now, clock: (at) => clockTime(at, this.language, zone) }
  }

  switchLetters(on: boolean): void {
    this.letters = on
    letterKeys.write(on ? 'on' : 'off')
  }

  may(right: string): boolean {
    return this.line.view?.me.rights.includes(right) ?? false
  }

  askAbout(waiting: string): void {
    this.refusal = null
    this.#question.open('change-waiting', waiting)
  }

  ask(question: Exclude<Question, 'change-waiting'>): void {
    this.refusal = null
    this.#question.open(question)
  }

  leaveQuestion(): void {
    this.#question.leave()
  }

  /** What has been written in the open question so far, kept with it; `blank` before that. */
  written<T extends object>(blank: T): T {
    return this.#question.written(blank)
  }

  /** True if it was accepted; why not stands in `refusal`. Nothing is sent while the line is down or one is under way. */
  async send<N extends UpName>(name: N, fields: UpFields<N>): Promise<boolean> {
    if (!this.live || this.busy) return false
    const over = this.line.view
    const answering = this.line.send(name, fields)
    this.refusal = null
    this.#before = over
    this.#sending = true
    this.#isSlow = false
    clearTimeout(this.#slowFrom)
    this.#slowFrom = setTimeout(() => (this.#isSlow = true), greyedAfter)
    const answer = await answering
    this.#sending = false
    if (!answer.ok) this.refusal = answer.error
    else if (this.line.view === over) this.#answered = { over, until: this.line.now() + viewFollowsWithin }
    return answer.ok
  }

  /** Answers the open question with a command. Where something is written it stays open until that is accepted. */
  async answer<N extends UpName>(name: N, fields: UpFields<N>, isWritten = false): Promise<void> {
    if (!this.live || this.busy) return
    const { asked } = this
    if (!isWritten) this.leaveQuestion()
    const accepted = await this.send(name, fields)
    if (accepted && this.asked === asked) this.leaveQuestion()
  }

  /** Does what a key or a button asks for, if it can be done now. */
  async act(id: ActionId): Promise<void> {
    if (id === 'lock') return this.lock()
    const { view } = this.line
    if (!view?.shift || isHeldBack(id, view, this.line.now())) return
    if (!availableActions(view).some((action) => action.id === id)) return
    if (this.#atWholeDesk && !isDoneAtOnce(id)) return this.#atWholeDesk(id)
    const { counter } = view.shift
    const ticket = view.visitor?.id ?? ''
    switch (id) {
      case 'call-next':
        return void (await this.send('ticket:call-next', { counter }))
      case 'start':
        return void (await this.send('ticket:start', { ticket }))
      case 'finish':
        return void (await this.send('ticket:finish', { ticket }))
      case 'recall':
        return void (await this.send('ticket:recall', { ticket }))
      case 'miss':
        return void (await this.send('ticket:miss', { ticket }))
      case 'pause-serving':
        return void (await this.send('ticket:pause', { ticket }))
      case 'resume-serving':
        return void (await this.send('ticket:resume', { ticket }))
      case 'resume-counter':
        return void (await this.send('shift:resume', { counter }))
      case 'ask-help':
        return this.#askHelp(counter)
      case 'undo':
        return void (await this.send('step:undo', { counter }))
      case 'auto-call':
        return this.autoCall.switchTo(!this.autoCall.on)
      case 'stop-auto-call':
        return this.autoCall.stop()
      case 'go-through':
        return this.goThrough?.()
      case 'show-keys':
      case 'talk':
        return this.ask(id)
      default:
        if (this.live) this.ask(id)
    }
  }

  lock(): void {
    noteLocked()
    this.locking = true
  }

  /** Takes a press of a key; false if it is not one of the desk's. */
  press(event: KeyboardEvent): boolean {
    // Enter held down on a button would press it again and again: call, start, finish.
    if (event.repeat && event.target instanceof HTMLButtonElement) return true
    const { view } = this.line
    if (!view || this.face === 'locked') return false
    // Whatever is asked or written just now; the browser's own help would cover it.
    if (this.face === 'desk' && isPressOf(action('ask-help').key, event)) {
      if (!event.repeat) void this.act('ask-help')
      return true
    }
    if (this.question !== null || takesKeys(event.target)) return false
    // Enter presses what has the focus.
    if (event.code === 'NumpadEnter' && event.target instanceof Element && event.target.closest('button, a'))
      return false
    const found = actionOfPress(event, availableActions(view), this.letters)
    if (found) void this.act(found.id)
    return found !== null
  }

  close(): void {
    clearTimeout(this.#slowFrom)
    this.line.close()
  }

  /** Whatever else is under way: it is meant for no visitor, and asked twice it is asked once. */
  async #askHelp(counter: string): Promise<void> {
    if (!this.live) return
    const answer = await this.line.send('help:ask', { counter })
    if (!answer.ok) this.refusal = answer.error
  }

  #face(): Face {
    const { view, status, code } = this.line
    if (this.locking || code === 'credential/locked') return 'locked'
    if (status === 'ended' || status === 'refused')
      return signedOutBy.includes(code) ? 'signed-out' : 'refused'
    if (!view) return 'connecting'
    if (!mayServe(view)) return 'no-right'
    return view.shift ? 'desk' : 'no-counter'
  }

  #awaitsView(): boolean {
    return (
      this.#answered !== null && this.line.view === this.#answered.over && this.now < this.#answered.until
    )
  }
}
