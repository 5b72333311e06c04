import { seeded } from '#shared/queue/twin/random.ts'

/** All chance of the demo. The same seed throws the same dice. */
export interface Dice {
  /** True with this probability. */
  chance(probability: number): boolean
  /** Whole, both ends included. */
  whole(from: number, to: number): number
  /** Each as likely as its weight says. Throws if there is nothing to pick from. */
  pick<T>(from: readonly T[], weightOf?: (one: T) => number): T
  exponential(mean: number): number
  /** `cv`: the standard deviation divided by the mean. */
  lognormal(mean: number, cv: number): number
  /** Dice of one's own: what others throw does not change them. */
  of(name: string): Dice
}

export function diceOf(seed: string): Dice {
  const next = seeded(hashOf(seed))

  function pick<T>(from: readonly T[], weightOf: (one: T) => number = () => 1): T {
    const total = from.reduce((sum, one) => sum + weightOf(one), 0)
    let rest = next() * total
    const found = from.find((one) => (rest -= weightOf(one)) < 0) ?? from.at(-1)
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }

  /** Box and Muller's transform of two uniform numbers. */
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }

  return {
    chance: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick,
    exponential: (mean) => -mean * Math.log(1 - next()),
    lognormal(mean, cv) {
      const variance = Math.log(1 + cv * cv)
      return mean * Math.exp(Math.sqrt(variance) * normal() - variance / 2)
    },
    of: (name) => diceOf(`${seed}/${name}`),
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash
}
