import type { DownFields } from '#shared/protocol/down.ts'

export type Call = DownFields<'ticket:called'>

/** A call that stands over the list of calls, or will. */
export interface Standing {
  readonly call: Call
  /** Null while it waits for a place. */
  readonly since: number | null
}

/** So long each call stands large: no other takes its place before. */
export const standsFor = 10_000
/** More beside each other would be no larger than the list. */
export const mostStanding = 3

/** One more call. Who is called again stands anew, in their own place. */
export function withCall(standing: readonly Standing[], call: Call): readonly Standing[] {
  const anew: Standing = { call, since: null }
  const known = standing.some((one) => one.call.label === call.label)
  if (!known) return [...standing, anew]
  return standing.map((one) => (one.call.label === call.label ? anew : one))
}

/**
 * What stands now: whoever has stood long enough or is no longer awaited makes room, and the free places are taken in the
 * order of the calls.
 */
export function settled(
  standing: readonly Standing[],
  { places, now, isAwaited }: { places: number; now: number; isAwaited: (call: Call) => boolean },
): readonly Standing[] {
  const left = standing.filter(
    ({ call, since }) => isAwaited(call) && (since === null || Math.abs(now - since) < standsFor),
  )
  let free = places - left.filter(({ since }) => since !== null).length
  return left.map((one) => {
    if (one.since !== null || free <= 0) return one
    free -= 1
    return { ...one, since: now }
  })
}
