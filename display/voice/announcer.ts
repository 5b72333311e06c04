import type { CallOutcome } from '#shared/display/sound.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { CallQueue, type Call, type HeardCall } from './call-queue.ts'
import type { Clips } from './clips.ts'

export interface AnnouncerParts {
  /** What the display sees and how it is set by now, and the server's time. */
  readonly line: Pick<Line<DisplayView>, 'view' | 'sound' | 'now'>
  /** Rings, and tells for how long, in ms; null if nothing is heard. */
  readonly ring: () => number | null
  readonly clips: Clips
  /** Whether they were heard to their end. */
  readonly play: (clips: readonly AudioBuffer[]) => Promise<boolean>
  readonly onOutcome: (call: Call, outcome: CallOutcome, lagMs: number) => void
}

/** How long words may still come after the chime began, in ms: then the hall goes on without them. */
const wordsWithin = 3_000

/** Says the calls that a display hears of, one after another: a chime, Lithuanian, and the visitor's own language. */
export class Announcer {
  readonly #parts: AnnouncerParts
  readonly #queue = new CallQueue()
  #isSaying = false

  constructor(parts: AnnouncerParts) {
    this.#parts = parts
  }

  get isSaying(): boolean {
    return this.#isSaying
  }

  called(call: Call): void {
    const { line, clips } = this.#parts
    this.#drop(this.#queue.add(call, line.view, line.now()))
    for (const address of call.spoken.flatMap((one) => one.clips)) void clips.load(address)
    if (!this.#isSaying) void this.#sayAll()
  }

  /** The line is back after it was lost, or because the display is set anew: then another may speak by now. */
  returned(): void {
    const { line } = this.#parts
    this.#drop(line.sound === 'voice' ? this.#queue.returned(line.now()) : this.#queue.silenced())
  }

  async #sayAll(): Promise<void> {
    this.#isSaying = true
    for (;;) {
      const { heard, dropped } = this.#queue.next(this.#parts.line.view)
      this.#drop(dropped)
      if (!heard) break
      await this.#say(heard)
    }
    this.#isSaying = false
  }

  async #say(heard: HeardCall): Promise<void> {
    const { line, ring, play, onOutcome } = this.#parts
    const { call } = heard
    const lagMs = Math.max(0, Math.round(line.now() - call.at))
    const rings = ring()
    if (rings === null) return onOutcome(call, 'blocked', lagMs)
    const late = after(wordsWithin)
    await after(rings)
    const words = await this.#wordsOf(call, late)
    const wasHeard = (await play(words.flat())) && words.length === call.spoken.length
    const heardAs = call.spoken.length > 0 ? 'played' : 'chimed'
    onOutcome(call, wasHeard ? heardAs : 'failed', lagMs)
    const speaks = words.length > 0 && line.sound === 'voice'
    if (speaks && this.#queue.isSaidTwice(heard, line.view)) await play(words.flat())
  }

  /** Of each language that can be said whole, its clips. */
  async #wordsOf({ spoken }: Call, late: Promise<null>): Promise<AudioBuffer[][]> {
    const words = await Promise.all(
      spoken.map(({ clips }) => Promise.race([Promise.all(clips.map(this.#parts.clips.load)), late])),
    )
    return words.filter((clips): clips is AudioBuffer[] => clips?.every((clip) => clip !== null) ?? false)
  }

  #drop(calls: readonly Call[]): void {
    for (const call of calls) this.#parts.onOutcome(call, 'dropped', 0)
  }
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
