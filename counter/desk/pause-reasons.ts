import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import type { Desk } from './desk.svelte.ts'
import type { OrderWords } from './order-text.ts'

/** What says something to staff: texts, and a moment as the clock on the wall says it. */
export type Speaker = Pick<Desk, 't' | 'language'> & { readonly words: Pick<OrderWords, 'clock'> }

export const pauseReasons = ['break', 'lunch', 'meeting', 'other'] as const

/** A reason in words; one that another release wrote is shown as it is. */
export function pauseText(t: StaffTranslate, reason: string): string {
  const known = pauseReasons.find((one) => one === reason)
  return known ? t(`pause.${known}`) : reason
}

/** That a colleague's counter is paused and, if that was said, about when it goes on. */
export function pausedText(
  { t, words, language }: Speaker,
  { backAt }: Pick<DeskView['counters'][number], 'backAt'>,
): string {
  const paused = t('display.counterPaused').toLocaleLowerCase(language)
  return backAt === null ? paused : `${paused}, ${t('desk.pause.backAt', { time: words.clock(backAt) })}`
}
