import { mostCalls } from '#shared/display/most-calls.ts'
import type { DownFields } from '#shared/protocol/down.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

export type Call = DownFields<'ticket:called'>

/** A call that this page heard of itself. */
export interface HeardCall {
  readonly call: Call
  /** The view that was shown when it came: every later one knows of it. */
  readonly over: DisplayView | null
}

/** Whoever was called longer ago than this, in ms, while the line was down, is not called after all. */
const staleAfter = 20_000

/** Calls that wait to be said, one at a time: first calls before recalls, each in the order in which they were made. */
export class CallQueue {
  #waiting: readonly HeardCall[] = []

  /** Returns what is not said any more: another call of the same number, or this one, if it took so long to come. */
  add(call: Call, view: DisplayView | null, now: number): readonly Call[] {
    if (now - call.at > staleAfter) return [call]
    const dropped = this.#drop(({ call: { label } }) => label === call.label)
    this.#waiting = [...this.#waiting, { call, over: view }].toSorted(
      (one, other) => Number(one.call.again) - Number(other.call.again) || one.call.call - other.call.call,
    )
    return dropped
  }

  /** The line is back. Returns what is too old by now. */
  returned(now: number): readonly Call[] {
    return this.#drop(({ call }) => now - call.at > staleAfter)
  }

  /** The display speaks no more. Returns all that is not said. */
  silenced(): readonly Call[] {
    return this.#drop(() => true)
  }

  /** Takes out whose turn it is, and what is not said any more because its visitor is no longer awaited. */
  next(view: DisplayView | null): { readonly heard: HeardCall | null; readonly dropped: readonly Call[] } {
    const dropped = this.#drop((heard) => !isAwaited(heard, view))
    const [heard = null, ...others] = this.#waiting
    this.#waiting = others
    return { heard, dropped }
  }

  /** Whether a call that was said is said once more: its visitor has not come, and nobody else waits to be called. */
  isSaidTwice(heard: HeardCall, view: DisplayView | null): boolean {
    return isAwaited(heard, view) && !this.#waiting.some((other) => isAwaited(other, view))
  }

  #drop(isOver: (heard: HeardCall) => boolean): readonly Call[] {
    const dropped = this.#waiting.filter(isOver).map(({ call }) => call)
    this.#waiting = this.#waiting.filter((heard) => !isOver(heard))
    return dropped
  }
}

function isAwaited({ call, over }: HeardCall, view: DisplayView | null): boolean {
  if (view === null || view === over) return true
  const shown = view.calls.find(({ label }) => label === call.label)
  // A view that is full leaves out those who were called before the others, though they are still awaited.
  return shown ? shown.state === 'called' : view.calls.length >= mostCalls
}
