import { serverIsWell } from '#shared/ui/load-anew.ts'

/** Whoever has just pressed something may press again (ms). */
const rest = 3_000

/** Takes a new build of the page once nobody loses by it, and only while the server answers. */
export class NewBuild {
  readonly #isAtRest: () => boolean
  readonly #reload: () => void
  #touchedAt = -Infinity
  #looking: ReturnType<typeof setInterval> | undefined

  constructor(isAtRest: () => boolean, reload = () => location.reload()) {
    this.#isAtRest = isAtRest
    this.#reload = reload
  }

  /** Somebody is there. */
  touched(): void {
    this.#touchedAt = performance.now()
  }

  take(): void {
    if (this.#looking !== undefined) return
    this.#looking = setInterval(() => void this.#look(), 1_000)
    void this.#look()
  }

  close(): void {
    clearInterval(this.#looking)
    this.#looking = undefined
  }

  async #look(): Promise<void> {
    if (!this.#isTime() || !(await serverIsWell())) return
    // Meanwhile somebody may have begun to write.
    if (this.#looking === undefined || !this.#isTime()) return
    this.close()
    this.#reload()
  }

  #isTime(): boolean {
    return performance.now() - this.#touchedAt >= rest && this.#isAtRest() && !isWritten()
  }
}

/** A dialog is open, or something stands in a field. */
function isWritten(): boolean {
  if (document.querySelector('dialog[open]')) return true
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=checkbox], [type=radio]), textarea',
  )
  return [...fields].some(({ value }) => value !== '')
}
