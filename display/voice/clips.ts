/** Sounds by their address, fetched and decoded ahead of the moment in which they are heard. */
export interface Clips {
  /** Null for one that cannot be had. */
  readonly load: (address: string) => Promise<AudioBuffer | null>
}

/** Counters and the numbers of a few minutes: a second of sound takes about 200 kB. */
const mostKept = 60

/** In ms: a network that died would hold an answer back for minutes, and every call with this sound be silent. */
const patience = 10_000

export function openClips(context: Pick<AudioContext, 'decodeAudioData'>, get: typeof fetch = fetch): Clips {
  /** The longest unused first. */
  const kept = new Map<string, Promise<AudioBuffer | null>>()

  async function fetched(address: string): Promise<AudioBuffer | null> {
    try {
      const answer = await get(address, { signal: AbortSignal.timeout(patience) })
      if (!answer.ok) return null
      return await context.decodeAudioData(await answer.arrayBuffer())
    } catch {
      return null
    }
  }

  return {
    load(address) {
      const loading = kept.get(address) ?? fetched(address)
      kept.delete(address)
      kept.set(address, loading)
      // Another time it may be there.
      void loading.then((clip) => clip ?? kept.delete(address))
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return loading
    },
  }
}
