/** In hertz, and in seconds. */
interface Tune {
  readonly notes: readonly number[]
  readonly every: number
  readonly lasts: number
  /** 1 is as loud as the machine can. */
  readonly loudness: number
}

/** Two soft notes, a falling third: heard in a full hall, and not a signal of anything else. */
export const callTune: Tune = { notes: [659.25, 523.25], every: 0.35, lasts: 1.1, loudness: 0.25 }

/** The same third rising, for whoever stands before the screen and no one else. */
export const askTune: Tune = { notes: [523.25, 659.25], every: 0.25, lasts: 0.7, loudness: 0.12 }

/** Null where the browser has no Web Audio. */
export function openAudio(): AudioContext | null {
  return 'AudioContext' in globalThis ? new AudioContext() : null
}

/** Plays the notes of a tune, the first at `start` by the context's clock. */
export function playTune(
  context: AudioContext,
  { notes, every, lasts, loudness }: Tune,
  start: number,
): void {
  for (const [index, frequency] of notes.entries()) {
    const at = start + index * every
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + lasts)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + lasts)
  }
}
