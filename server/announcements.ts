import type { CallOutcome } from '#shared/display/sound.ts'
import type { LastSpoken } from '#shared/protocol/devices.ts'
import type { DeskView } from '#shared/protocol/views.ts'

/** How a visitor's call fared, as the desk is told. */
export type Announced = NonNullable<NonNullable<DeskView['visitor']>['announced']>

/** What a display says of a call, or of its sound alone. */
export interface Confirmed {
  readonly call: number | null
  readonly outcome: CallOutcome
  readonly lagMs: number
}

/** How the last calls were heard, as their displays say. Only in memory: of calls before a start nothing is known. */
export interface Announcements {
  /** A ticket is called; this display is to sound it, or none. */
  readonly called: (call: { call: number; ticket: string; display: string | null }) => void
  /** False of a call that is not among the last. */
  readonly confirm: (device: string, confirmed: Confirmed) => boolean
  /** Of its last call; null if that is not known. */
  readonly ofTicket: (ticket: string) => Announced | null
  /** What a display said last; null if it said nothing. */
  readonly ofDevice: (device: string) => LastSpoken | null
  /** Another screen is this device by now, or none. */
  readonly forget: (device: string) => void
}

interface Call {
  readonly display: string | null
  readonly ticket: string
  readonly announced: Announced
}

const mostCalls = 500
/** A display that has said nothing for so long will not: it was switched off, or reloaded. In ms. */
const saysWithin = 60_000

export function openAnnouncements(now: () => number, onChanged: () => void): Announcements {
  /** By the number of the call, the oldest first. */
  const calls = new Map<number, Call>()
  const lastOf = new Map<string, LastSpoken>()

  return {
    called({ call, ticket, display }) {
      const state = display === null ? 'none' : 'pending'
      calls.set(call, { ticket, display, announced: { state, at: now() } })
      const [oldest] = calls.keys()
      if (calls.size > mostCalls && oldest !== undefined) calls.delete(oldest)
    },
    confirm(device, { call, outcome, lagMs }) {
      const known = call === null ? null : calls.get(call)
      if (known === undefined) return false
      const at = now()
      lastOf.set(device, { at, outcome, lagMs })
      if (call !== null && known?.display === device) {
        // It was not heard, whatever kept it.
        const state = outcome === 'dropped' ? 'failed' : outcome
        calls.set(call, { ...known, announced: { state, at } })
      }
      onChanged()
      return true
    },
    ofTicket(ticket) {
      const last = [...calls.values()].findLast((call) => call.ticket === ticket)
      if (!last) return null
      const { state, at } = last.announced
      return state === 'pending' && now() - at > saysWithin ? { state: 'failed', at } : last.announced
    },
    ofDevice: (device) => lastOf.get(device) ?? null,
    forget: (device) => void lastOf.delete(device),
  }
}
