/** However many ask, it is worked out no more often than that, and never twice at once. A failure is not kept. */
export function seldom<T>(everyMs: number, now: () => number, work: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly result: Promise<T> } | null = null
  return () => {
    if (last && Math.abs(now() - last.at) < everyMs) return last.result
    const result = work()
    last = { at: now(), result }
    result.catch(() => (last = null))
    return result
  }
}
