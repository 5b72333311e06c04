import type { CallReason } from '#shared/queue/call-reason.ts'
import type { Overtaker, TicketClass } from '#shared/queue/ticket.ts'

/** The time of day on the hall's own clock, to the second. */
export function clockTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(at)
}

/** 45 s, 7 min 50 s, 1 h 5 min. */
export function length(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return `${seconds} s`
  if (minutes < 60) return joined(`${minutes} min`, seconds % 60, 's')
  return joined(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min')
}

export function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`
}

/** What others wrote can neither make lines of its own at the operator's terminal nor command it. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

export const classWords: { readonly [C in TicketClass]: string } = {
  ordinary: 'ordinary',
  priority: 'priority',
  appointment: 'appointment',
  'out-of-turn': 'out of turn',
}

export const overtakerWords: { readonly [O in Overtaker]: string } = {
  rule: 'by the rule',
  byHand: 'by hand',
  outOfTurn: 'out of turn',
  back: 'by coming back',
}

/** Why a ticket was called, in a word or two. */
export const reasonNames: { readonly [R in CallReason['rule']]: string } = {
  share: 'share of the target',
  'first-come': 'first come',
  priority: 'priority',
  appointment: 'appointment',
  ratio: 'ratio of the classes',
  overtaken: 'overtaken often enough',
  'out-of-turn': 'out of turn',
  'by-hand': 'by hand',
}

/** The same in full. */
export function reasonInWords(reason: CallReason, timeZone: string): string {
  switch (reason.rule) {
    case 'first-come':
      return `who came first, waited ${length(reason.waitedMs)}`
    case 'share': {
      const { waitedMs, targetMs, weight } = reason
      const counted = weight === 1 ? '' : `, times ${weight}`
      return `the largest share of its target used: ${length(waitedMs)} of ${length(targetMs)}, ${percent(waitedMs / targetMs)}${counted}`
    }
    case 'priority':
      return `priority goes ahead: ${length(reason.waitedMs)} of ${length(reason.targetMs)}`
    case 'appointment': {
      const when = clockTime(reason.slot, timeZone)
      return reason.early
        ? `an appointment for ${when}, early, and nobody else waited`
        : `an appointment for ${when} goes ahead`
    }
    case 'ratio':
      return `turn ${reason.turn + 1} of the ratio is ${classWords[reason.class]}, waited ${length(reason.waitedMs)}`
    case 'overtaken':
      return `it, or one behind it in its own queue, has been overtaken ${times(reason.times)}, as often as allowed`
    case 'out-of-turn':
      return `out of turn, by law, waited ${length(reason.waitedMs)}`
    case 'by-hand':
      return 'a clerk chose it'
  }
}

export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function joined(larger: string, rest: number, unit: string): string {
  return rest === 0 ? larger : `${larger} ${rest} ${unit}`
}
