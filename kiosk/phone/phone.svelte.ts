import { isLanguage, type Language, languageOrder } from '#shared/messages/text.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { PhoneView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

/** What a phone needs of its line. */
export type PhoneLine = Pick<
  Line<PhoneView>,
  'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now' | 'send'
>

/** One visitor's ticket on their own phone. */
export class Phone {
  readonly line: PhoneLine
  /** The visitor is asked whether to give up the number. */
  asking = $state(false)
  /** Why it could not be given up. */
  refused = $state<ErrorCode | null>(null)

  readonly language = $derived.by(() => this.#language())
  /** Nothing that sends may look as if it could. */
  readonly live = $derived.by(() => this.line.status === 'live')

  #chosen = $state<Language | null>(null)
  readonly #spoken: readonly string[]

  /** `spoken` are the languages of the phone itself, the best first: they count until the ticket is known. */
  constructor(line: PhoneLine, spoken: readonly string[]) {
    this.line = line
    this.#spoken = spoken
  }

  speak(language: Language): void {
    this.#chosen = language
  }

  ask(): void {
    this.refused = null
    this.asking = true
  }

  keep(): void {
    this.asking = false
  }

  async cancel(): Promise<void> {
    const { view } = this.line
    if (view === null) return
    const answer = await this.line.send('ticket:cancel', { ticket: view.ticket })
    this.asking = false
    // Of a number that ended meanwhile the view has told already.
    if (!answer.ok && this.line.view?.mayCancel) this.refused = answer.error.code
  }

  #language(): Language {
    const ofTicket = this.line.view?.language
    const ofPhone = this.#spoken.map((tag) => tag.slice(0, 2))
    const known = [this.#chosen, ofTicket, ...(ofTicket ? [] : ofPhone)].find((tag) => tag && isLanguage(tag))
    return (known as Language | undefined) ?? languageOrder[0]!
  }
}
