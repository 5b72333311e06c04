/** One channel of sound, in samples of 16 bits. */
export interface Sound {
  /** Samples a second. */
  readonly rate: number
  readonly samples: Int16Array
}

/** Silence in ms: before a piece, between recordings, where a piece has a comma, and after it. */
export const gaps = { before: 20, between: 50, comma: 220, after: 120 }

/** Decibels below the largest sample as a fraction of it. */
export function fractionOf(decibels: number): number {
  return 10 ** (decibels / 20)
}

/** One after another, at the rate of the first, with silence of so many ms before each and after the last. */
export function joined(sounds: readonly Sound[], gaps: readonly number[]): Sound {
  const rate = sounds[0]?.rate ?? 22_050
  const silences = gaps.map((ms) => Math.round((rate * ms) / 1000))
  const heard = sounds.reduce((sum, { samples }) => sum + samples.length, 0)
  const samples = new Int16Array(silences.reduce((sum, length) => sum + length, heard))
  let at = 0
  sounds.forEach((sound, n) => {
    at += silences[n] ?? 0
    samples.set(sound.samples, at)
    at += sound.samples.length
  })
  return { rate, samples }
}
