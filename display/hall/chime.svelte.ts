/** Two soft notes, a falling third: heard in a full hall, and not a signal of anything else. */
const notes = [659.25, 523.25]
const noteEvery = 0.35
const noteLasts = 1.1
/** Quiet enough not to startle whoever sits under the loudspeaker. */
const loudness = 0.25

/** The chime before a call. Browsers keep it silent until somebody has touched the page, unless they are told not to. */
export class Chime {
  /** It would be heard, but for a touch. */
  blocked = $state(false)

  readonly #context: AudioContext | null
  #freeAt = 0

  constructor(context: AudioContext | null) {
    this.#context = context
    if (!context) return
    context.onstatechange = () => this.#look(context)
    this.#look(context)
  }

  /** Calls in quick succession are heard one after another. */
  ring(): void {
    const context = this.#context
    if (context?.state !== 'running') return
    const start = Math.max(context.currentTime, this.#freeAt)
    notes.forEach((frequency, index) => playNote(context, frequency, start + index * noteEvery))
    this.#freeAt = start + notes.length * noteEvery + noteLasts / 2
  }

  async unblock(): Promise<void> {
    await this.#context?.resume()
  }

  close(): void {
    void this.#context?.close()
  }

  #look(context: AudioContext): void {
    this.blocked = context.state === 'suspended'
  }
}

/** Null where the browser has no Web Audio. */
export function openAudio(): AudioContext | null {
  return 'AudioContext' in globalThis ? new AudioContext() : null
}

function playNote(context: AudioContext, frequency: number, at: number): void {
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + noteLasts)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + noteLasts)
}
