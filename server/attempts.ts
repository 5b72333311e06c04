/** Counts what each of many does, and says when it was too much. It is forgotten with the process. */
export interface Attempts {
  /** Until when (epoch ms) there may be no further one; null if there may. */
  readonly blocked: (who: string, at: number) => number | null
  readonly count: (who: string, at: number) => void
}

/** At most `most` within any `within` ms. What is still to come was counted before the clock was set back. */
export function openAttempts(most: number, within: number): Attempts {
  const times = new Map<string, readonly number[]>()

  function forgetOld(at: number): void {
    for (const [who, all] of times) {
      const recent = all.filter((time) => time > at - within && time <= at)
      if (recent.length === 0) times.delete(who)
      else times.set(who, recent)
    }
  }

  return {
    blocked(who, at) {
      forgetOld(at)
      const recent = times.get(who) ?? []
      return recent.length < most ? null : recent[0]! + within
    },
    count: (who, at) => void times.set(who, [...(times.get(who) ?? []), at]),
  }
}
