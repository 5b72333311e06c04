import { setTimeout as pause } from 'node:timers/promises'
import type { PrintOutcome } from './print-outcome.ts'
import type { PrinterLine } from './printer-line.ts'
import { takesTickets } from './printer-state.ts'
import type { PrinterState } from './printer-state.ts'
import { talkOver } from './printer-talk.ts'
import type { PrinterTalk } from './printer-talk.ts'

export interface DeliveryLimits {
  /** for one answer about the printer's state; one that takes longer is taken to have no back-channel */
  readonly answerMs: number
  /** for the confirmation of a whole ticket */
  readonly confirmMs: number
}

export interface Delivery {
  readonly outcome: PrintOutcome
  readonly state: PrinterState
  /** true when the printer answers questions of state but never confirms: waiting for it again is of no use */
  readonly neverConfirms: boolean
}

/**
 * Sends one ticket: ask, send, have it confirmed, hang up. Sends nothing to a printer that says it cannot print, and
 * nothing twice. `confirms` is false for a printer known not to confirm. Always resolves.
 */
export async function deliver(
  line: PrinterLine,
  bytes: Uint8Array,
  limits: DeliveryLimits,
  confirms: boolean,
): Promise<Delivery> {
  let begun = false
  let state: PrinterState = 'offline'
  try {
    const talk = talkOver(line, limits.answerMs)
    state = line.canAnswer ? await talk.askState() : 'unverifiable'
    if (talk.isOver) throw new Error('the printer hung up before the ticket')
    if (!takesTickets(state)) {
      await line.finish().catch(() => line.drop())
      return ended({ outcome: 'failed', reason: faultOf(state) }, state)
    }
    await line.write(bytes, () => {
      begun = true
    })
    if (state === 'unverifiable' || !confirms) {
      await line.finish()
      return ended({ outcome: 'sent' }, state)
    }
    const end = await confirmation(line, talk, limits)
    await line.finish().catch(() => line.drop()) // the ticket's end is known by now
    return end
  } catch (error) {
    line.drop()
    const detail = error instanceof Error ? error.message : String(error)
    if (!begun) return ended({ outcome: 'failed', reason: 'offline', detail }, 'offline')
    return ended({ outcome: 'unknown', reason: 'cut-off', detail }, 'offline')
  }
}

async function confirmation(line: PrinterLine, talk: PrinterTalk, limits: DeliveryLimits): Promise<Delivery> {
  let isTaken = false
  const taken = talk.askTaken().then(() => {
    isTaken = true
  })
  let state: PrinterState = 'ready'
  for (let waited = 0; waited < limits.confirmMs; waited += limits.answerMs) {
    await soonest(limits.answerMs, taken, line.ended)
    if (isTaken) return ended({ outcome: 'printed' }, 'ready')
    if (talk.isOver) return ended({ outcome: 'unknown', reason: 'cut-off' }, 'offline')
    // A full buffer can look like being offline for a moment; open covers and missing paper do not pass by themselves.
    state = talk.complaint ?? (await talk.askState())
    if (!takesTickets(state) && state !== 'offline') break
  }
  if (isTaken) return ended({ outcome: 'printed' }, state)
  if (state === 'ready') return { ...ended({ outcome: 'sent' }, state), neverConfirms: true }
  return ended({ outcome: 'unknown', reason: faultOf(state) }, state)
}

async function soonest(limitMs: number, ...events: readonly Promise<unknown>[]): Promise<void> {
  const stop = new AbortController()
  const limit = pause(limitMs, undefined, { signal: stop.signal }).catch(() => {})
  await Promise.race([limit, ...events])
  stop.abort()
}

function ended(outcome: PrintOutcome, state: PrinterState): Delivery {
  return { outcome, state, neverConfirms: false }
}

function faultOf(state: PrinterState) {
  return state === 'ready' || state === 'unverifiable' ? 'not-confirmed' : state
}
