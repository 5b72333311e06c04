import { staffErrorText, type StaffLanguage, type StaffTranslate } from '#shared/messages/staff.ts'
import { longDay } from '#shared/messages/time.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { refusedText } from '../refused-text.ts'
import type { Desk, Refusal } from './desk.svelte.ts'
import { exceptionText, type OrderWords } from './order-text.ts'

interface RefusalWords {
  readonly t: StaffTranslate
  readonly language: StaffLanguage
  readonly words: OrderWords
}

/** A refusal in the words of the desk: where the ticket is now, what to look at. */
export function refusalText(speech: RefusalWords, refusal: Refusal, view: DeskView | null): string {
  const { t, language } = speech
  const { code, details } = refusal
  if (code === 'line/lost') return t('desk.lost')
  const counter = view?.counters.find(({ id }) => id === details.counter)?.label
  if (code === 'ticket/at-another-counter' && counter !== undefined) return t('desk.faster', { counter })
  if (code === 'ticket/recalled-too-soon' && details.seconds !== undefined)
    return t('desk.recall.soon', { seconds: details.seconds })
  if (code === 'appointment/another-day' && details.date !== undefined)
    return t('desk.anotherDay', { day: longDay(Date.parse(`${details.date}T12:00Z`), language, 'UTC') })
  if (code === 'queue/empty') return emptyText(speech, view)
  return refusedText(t, refusal, language)
}

/** Nobody may be called: who waits for this desk all the same, and what keeps it. */
function emptyText({ t, words }: RefusalWords, view: DeskView | null): string {
  const kept = view?.waiting.find((one) => one.mine && exceptionText(words, one.exception) !== '')
  if (!kept) return staffErrorText(t, 'queue/empty')
  return t('desk.kept.all', { number: kept.label, why: exceptionText(words, kept.exception) })
}

/** What is said in an open question: why its answer was refused, or that none can be sent. */
export function toldInQuestion(desk: Desk, view: DeskView): string {
  if (desk.refusal) return refusalText(desk, desk.refusal, view)
  return desk.live ? '' : desk.t('desk.offline')
}
