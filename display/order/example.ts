import type { OrderFacts } from '#shared/protocol/order-facts.ts'

/** Two who wait: minutes of their services' targets, minutes waited, and the share of the target that this is, in %. */
export interface Example {
  readonly short: number
  readonly shortWaited: number
  readonly shortShare: number
  readonly long: number
  readonly longWaited: number
  readonly longShare: number
}

/** Null where it would show nothing: another rule, or targets too much alike for who waits longer to come second. */
export function exampleOf({ order, services }: OrderFacts): Example | null {
  if (order.rule !== 'share') return null
  const targets = services
    .filter(({ id }) => (order.weights[id] ?? 1) === 1)
    .map(({ targetMinutes }) => targetMinutes)
  const [short, long] = [Math.min(...targets), Math.max(...targets)]
  const [shortWaited, longWaited] = [Math.round(short * 0.6), Math.round(long * 0.4)]
  const [shortShare, longShare] = [shareOf(shortWaited, short), shareOf(longWaited, long)]
  const shows = longWaited > shortWaited && longShare < shortShare
  return shows ? { short, shortWaited, shortShare, long, longWaited, longShare } : null
}

function shareOf(waited: number, target: number): number {
  return Math.round((100 * waited) / target)
}
