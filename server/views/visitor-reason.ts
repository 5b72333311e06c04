import type { VisitorReason } from '#shared/protocol/call-reason.ts'
import type { CallReason } from '#shared/queue/call-reason.ts'

/** Why visitors are called, as far as it is about their own wait. */
export function visitorReason(reason: CallReason): VisitorReason {
  switch (reason.rule) {
    case 'share': {
      const minutes = wholeMinutes(reason.waitedMs)
      // With a weight it need not be the largest share.
      return reason.weight === 1
        ? { why: 'share', minutes, target: Math.round(reason.targetMs / 60_000) }
        : { why: 'wait', minutes }
    }
    case 'first-come':
    case 'ratio':
      return { why: 'wait', minutes: wholeMinutes(reason.waitedMs) }
    case 'appointment':
      return { why: reason.early ? 'early' : 'appointment', slot: reason.slot }
    case 'overtaken':
      return { why: 'overtaken', times: reason.times }
    case 'priority':
    case 'out-of-turn':
    case 'by-hand':
      return { why: reason.rule }
  }
}

function wholeMinutes(ms: number): number {
  return Math.max(0, Math.floor(ms / 60_000))
}
