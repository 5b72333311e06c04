import { isLanguage, type Language } from '#shared/messages/text.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'
import { recall, remember } from '#shared/ui/tab-memory.ts'

/** What the page of the calls needs of its line. */
export type CallsLine = Pick<Line<DisplayView>, 'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now'>

const kept = 'eile-calls-language'

/** Who is called, in the language of whoever reads it. */
export class CallsNow {
  readonly line: CallsLine
  /** The server's time, as of the last tick. */
  now = $state(0)

  readonly language = $derived.by(() => this.#language())

  /** Kept while the tab is open: a new build loads the page anew. */
  #chosen = $state(recall(kept))
  readonly #spoken: readonly string[]

  /** `spoken` are the languages of the browser itself, the best first: they count until one is chosen. */
  constructor(line: CallsLine, spoken: readonly string[]) {
    this.line = line
    this.#spoken = spoken
    this.tick()
  }

  tick(): void {
    this.now = this.line.now()
  }

  speak(language: Language): void {
    this.#chosen = language
    remember(kept, language)
  }

  /** Of those that the hall speaks. */
  #language(): Language {
    const offered = this.line.view?.hall.languages
    const wished = [this.#chosen, ...this.#spoken.map((tag) => tag.slice(0, 2))]
    const known = wished.find(
      (tag): tag is Language => tag !== null && isLanguage(tag) && (offered?.includes(tag) ?? true),
    )
    return known ?? 'lt'
  }
}
