import type { Line } from './line.svelte.ts'

/**
 * Whether the hall no longer knows the token of a device: it was revoked, replaced, or is not in the data any more.
 * Whatever else goes wrong is no reason to forget the token.
 */
export function isUnpaired({ status, code }: Pick<Line<never>, 'status' | 'code'>): boolean {
  if (status !== 'ended' && status !== 'refused') return false
  return code === 'credential/ended' || code === 'credential/unknown'
}
