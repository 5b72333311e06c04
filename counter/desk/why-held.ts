import type { DeskView } from '#shared/protocol/views.ts'

import { recallIn } from './actions.ts'
import type { Desk } from './desk.svelte.ts'

/** Why a clerk can neither leave the counter nor take another visitor now; undefined where nothing is in the way. */
export function whyHeld(desk: Desk, { visitor, shift }: DeskView): string | undefined {
  if (!desk.live) return desk.t('desk.offline')
  if (visitor) return desk.t('desk.held.visitor')
  return shift?.pause ? desk.t('desk.held.paused') : undefined
}

/** Why the visitor cannot be called again just now; undefined where that can be done. */
export function whyNoRecall(desk: Desk, view: DeskView): string | undefined {
  if (view.visitor?.recallsLeft === 0) return desk.t('desk.recallsLeft', { count: 0 })
  const seconds = recallIn(view, desk.now)
  return seconds > 0 ? desk.t('desk.recall.soon', { seconds }) : undefined
}
