import type { PrintOutcome } from './print-outcome.ts'

export interface JobBook {
  /**
   * Runs `print` unless this ticket is on its way or out already; then answers as the first time. A ticket of which
   * nothing was sent may be tried again, and a copy may be printed after another copy, not beside it.
   */
  once(key: string, isCopy: boolean, print: () => Promise<PrintOutcome>): Promise<PrintOutcome>
}

/** What was printed lately, so that a double press or a repeated command gives one ticket. */
export function jobBook(remember = 1_000): JobBook {
  const originals = new Map<string, Promise<PrintOutcome>>()
  const copies = new Map<string, Promise<PrintOutcome>>()

  return {
    once(key, isCopy, print) {
      const book = isCopy ? copies : originals
      const known = book.get(key)
      if (known !== undefined) return known
      const job = print().then((outcome) => {
        if (isCopy || outcome.outcome === 'failed') book.delete(key)
        return outcome
      })
      book.set(key, job)
      for (const oldest of book.keys()) {
        if (book.size <= remember) break
        book.delete(oldest)
      }
      return job
    },
  }
}
