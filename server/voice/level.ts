import { fractionOf, type Sound } from './sound.ts'

/**
 * How loud speech is made, in decibels below the largest sample. It is as loud as fits: no voice measured has peaks of
 * more than 20.2 dB over its level, so none stays quieter than another for the sake of its peaks.
 */
export const speechLevel = -22
export const highestPeak = -1

/** A sound is measured in parts; one so far below the loudest is a pause. */
const partMs = 50
const pauseBelow = -25
/** Below the peak; quieter than this at the ends is cut off. */
const silentBelow = -45

const largest = 32_767

/** Speech without the silence around it, as loud as all speech. Throws if nothing is heard in it. */
export function levelled(sound: Sound): Sound {
  const { rate, samples } = trimmed(sound)
  const peak = peakOf({ rate, samples })
  const gain = Math.min(fractionOf(speechLevel) / levelOf({ rate, samples }), fractionOf(highestPeak) / peak)
  return { rate, samples: samples.map((sample) => Math.round(sample * gain)) }
}

/** The loudest sample, as a fraction of the largest that there can be. */
export function peakOf({ samples }: Sound): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / largest
}

/** How loud it is while it speaks: pauses do not count, or slow speech would be made louder than fast. */
export function levelOf({ rate, samples }: Sound): number {
  const length = Math.round((rate * partMs) / 1000)
  const powers: number[] = []
  for (let at = 0; at < samples.length; at += length) {
    const part = samples.subarray(at, at + length)
    powers.push(part.reduce((sum, sample) => sum + (sample / largest) ** 2, 0) / part.length)
  }
  const least = Math.max(...powers) * fractionOf(pauseBelow) ** 2
  const spoken = powers.filter((power) => power >= least)
  return Math.sqrt(spoken.reduce((sum, power) => sum + power, 0) / spoken.length)
}

function trimmed({ rate, samples }: Sound): Sound {
  const peak = peakOf({ rate, samples })
  if (peak === 0) throw new Error('nothing is heard in it')
  const isHeard = (sample: number) => Math.abs(sample) > peak * fractionOf(silentBelow) * largest
  return { rate, samples: samples.subarray(samples.findIndex(isHeard), samples.findLastIndex(isHeard) + 1) }
}
