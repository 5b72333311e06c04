import type { VisitorReason } from '#shared/protocol/call-reason.ts'
import type { CallReason } from '#shared/queue/call-reason.ts'

/** Why visitors are called, as far as it is about their own wait; who has hardly waited is told nothing. */
export function visitorReason(reason: CallReason): VisitorReason | null {
  switch (reason.rule) {
    case 'share':
    case 'first-come':
    case 'ratio': {
      const minutes = Math.floor(reason.waitedMs / 60_000)
      if (minutes < 1) return null
      // With a weight it need not be the largest share.
      return reason.rule === 'share' && reason.weight === 1
        ? { why: 'share', minutes, target: Math.round(reason.targetMs / 60_000) }
        : { why: 'wait', minutes }
    }
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
