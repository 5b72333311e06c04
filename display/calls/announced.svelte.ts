import type { Translate } from '#shared/messages/text.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

type Call = DisplayView['calls'][number]

/** A reader is left so long to finish what it says, in ms; calls that come meanwhile are said together. */
const between = 4_000

/** What a screen reader says of the calls: each new one once, and never the list. */
export class Announced {
  /** Another object for each announcement: the same words may have to be said again. */
  said = $state.raw<{ readonly words: string } | null>(null)

  #known: readonly string[] | null = null
  #waiting: readonly Call[] = []
  #saidAt = -Infinity

  /** Looks at the calls of a view. Those that are there when the page is opened stand in the list to be read. */
  look(calls: readonly Call[], now: number, t: Translate): void {
    const called = calls.filter(({ state }) => state === 'called')
    const names = called.map(nameOf)
    const known = this.#known ?? names
    const fresh = called.filter((call) => !known.includes(nameOf(call)))
    this.#known = names
    // Who has come meanwhile need not be told any more.
    const stillCalled = this.#waiting.filter((call) => names.includes(nameOf(call)))
    this.#waiting = [...stillCalled, ...fresh.toSorted((one, other) => one.at - other.at)]
    this.tell(now, t)
  }

  /** Says what waits to be said, once it may. */
  tell(now: number, t: Translate): void {
    if (this.#waiting.length === 0 || Math.abs(now - this.#saidAt) < between) return
    const words = this.#waiting.map(({ label, counter }) => t('calls.said', { number: label, counter }))
    this.said = { words: words.join('; ') }
    this.#waiting = []
    this.#saidAt = now
  }
}

/** Called again it is another call. */
function nameOf({ label, at }: Call): string {
  return `${label} ${at}`
}
