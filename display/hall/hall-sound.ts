import type { CallOutcome } from '#shared/display/sound.ts'
import type { DownFields } from '#shared/protocol/down.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import type { Announcer } from '../voice/announcer.ts'
import type { Chime } from './chime.svelte.ts'

type Call = DownFields<'ticket:called'>
type SoundLine = Pick<Line<DisplayView>, 'view' | 'sound' | 'now' | 'send'>

/** What is heard of the calls, as the display is set: a voice, a chime, or nothing; and what became of each is told. */
export class HallSound {
  readonly #line: SoundLine
  readonly #chime: Chime
  /** On its way while the first screen is shown; null where it cannot be had. */
  readonly #announcer: Promise<Announcer | null>
  #opened: Announcer | null = null

  constructor(line: SoundLine, chime: Chime, context: AudioContext | null) {
    this.#line = line
    this.#chime = chime
    this.#announcer = context ? this.#fetch(context) : Promise.resolve(null)
  }

  /** Something is being sounded or said. */
  get isHeard(): boolean {
    return this.#chime.isHeard || (this.#opened?.isSaying ?? false)
  }

  async called(call: Call): Promise<void> {
    const { sound } = this.#line
    if (sound === 'silent') return
    const announcer = sound === 'voice' ? await this.#announcer : null
    if (announcer) return announcer.called(call)
    const lagMs = this.#line.now() - call.at
    const rang = this.#chime.ring() !== null
    // Whoever is to speak and can only chime has failed.
    this.#tell(call.call, !rang ? 'blocked' : sound === 'voice' ? 'failed' : 'chimed', lagMs)
  }

  /** The line is back. */
  async returned(): Promise<void> {
    ;(await this.#announcer)?.returned()
  }

  /** Somebody is at the screen: what kept it silent may be over, and is heard to be. */
  async touched(): Promise<void> {
    if (!this.#chime.blocked) return
    await this.#chime.unblock()
    if (this.#line.sound !== 'silent' && this.#chime.ring() !== null) this.#tell(null, 'chimed', 0)
  }

  /** Somebody listens whether it can be heard; also where no call is. */
  asked(): void {
    this.#tell(null, this.#chime.ring() === null ? 'blocked' : 'chimed', 0)
  }

  tellBlocked(): void {
    this.#tell(null, 'blocked', 0)
  }

  async #fetch(context: AudioContext): Promise<Announcer | null> {
    try {
      const { openAnnouncer } = await import('../voice/open-announcer.ts')
      this.#opened = openAnnouncer(context, {
        line: this.#line,
        ring: () => this.#chime.ring(),
        onOutcome: ({ call }, outcome, lagMs) => this.#tell(call, outcome, lagMs),
      })
      return this.#opened
    } catch {
      return null
    }
  }

  #tell(call: number | null, outcome: CallOutcome, lagMs: number): void {
    void this.#line.send('call:confirm', { call, outcome, lagMs: Math.max(0, Math.round(lagMs)) })
  }
}
