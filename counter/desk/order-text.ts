import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { DeskTicket, DeskView, WaitingDeskTicket } from '#shared/protocol/views.ts'
import type { CallReason } from '#shared/queue/call-reason.ts'

/** What a desk says with: its texts, and a moment as the clock on the wall says it. */
export interface OrderWords {
  readonly t: StaffTranslate
  readonly clock: (at: number) => string
  readonly now: number
}

/** Why a ticket was called. */
export function reasonText({ t, clock }: OrderWords, reason: CallReason): string {
  switch (reason.rule) {
    case 'first-come':
    case 'out-of-turn':
      return t(`reason.${reason.rule}`, { minutes: minutes(reason.waitedMs) })
    case 'priority':
      return t('reason.priority', usedOf(reason.waitedMs, reason.targetMs))
    case 'share': {
      const used = usedOf(reason.waitedMs, reason.targetMs)
      return reason.weight === 1
        ? t('reason.share', used)
        : t('reason.share.weighted', { ...used, weight: reason.weight })
    }
    case 'appointment':
      return t(reason.early ? 'reason.appointment.early' : 'reason.appointment', { time: clock(reason.slot) })
    case 'ratio':
      return t('reason.ratio', { class: reason.class, minutes: minutes(reason.waitedMs) })
    case 'overtaken':
      return t('reason.overtaken', { times: reason.times })
    case 'by-hand':
      return t('reason.by-hand')
  }
}

/** What keeps this desk from being given a ticket now; empty if nothing does any more. */
export function exceptionText(
  { t, clock, now }: OrderWords,
  exception: WaitingDeskTicket['exception'],
): string {
  if (!exception) return ''
  const { why, until } = exception
  if (until === null) return why === 'fallback' ? t('desk.kept.fallback.only') : ''
  if (until <= now) return ''
  if (why === 'just-back') return t('desk.kept.just-back', { seconds: Math.ceil((until - now) / 1_000) })
  return t(`desk.kept.${why}`, { time: clock(until) })
}

/** How often others were called before a ticket, by what let them; empty if none were. */
export function overtakenText({ t }: OrderWords, { overtaken }: Pick<DeskTicket, 'overtaken'>): string {
  const parts = (['rule', 'byHand', 'outOfTurn', 'back'] as const)
    .filter((overtaker) => overtaken[overtaker] > 0)
    .map((overtaker) => t(`desk.overtaken.${overtaker}`, { times: overtaken[overtaker] }))
  return parts.length > 0 ? t('desk.overtaken', { parts: parts.join(', ') }) : ''
}

/** Until when a visitor was promised to be called; whether that will be kept is in the words. */
export function promisedText(
  { t, clock, now }: OrderWords,
  { promised }: Pick<DeskTicket, 'promised'>,
): string {
  if (!promised) return ''
  const time = clock(promised.until)
  if (promised.kept) return t('desk.promised', { time })
  return t(promised.until <= now ? 'desk.promised.late' : 'desk.promised.endangered', { time })
}

/** Until when a visitor who is here was promised to be called, and whether that was kept. */
export function settledText(
  { t, clock }: OrderWords,
  { until, kept }: NonNullable<DeskTicket['promised']>,
): string {
  return t(kept ? 'desk.promised.wasKept' : 'desk.promised.wasLate', { time: clock(until) })
}

/** The wait of the visitor, and what the reason of the call leaves unsaid. */
export function visitorFacts(words: OrderWords, visitor: NonNullable<DeskView['visitor']>): string[] {
  const { t, clock } = words
  const { reason, waitedMs, targetMs, slot } = visitor
  const saysWait = reason?.rule === 'share' || reason?.rule === 'priority'
  const facts = [
    waitedMs !== null && !saysWait ? t('desk.waited', usedOf(waitedMs, targetMs)) : '',
    slot !== null && reason?.rule !== 'appointment' ? t('desk.slot', { time: clock(slot) }) : '',
    overtakenText(words, visitor),
  ]
  return facts.filter((fact) => fact !== '')
}

/** Whole minutes waited and those that should be waited at most. */
export function usedOf(waitedMs: number, targetMs: number): { minutes: number; target: number } {
  return { minutes: minutes(waitedMs), target: Math.round(targetMs / 60_000) }
}

function minutes(ms: number): number {
  return Math.max(0, Math.floor(ms / 60_000))
}
