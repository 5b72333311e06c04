import type { DeskView } from '#shared/protocol/views.ts'

import type { Desk } from './desk.svelte.ts'

/** Why a clerk can neither leave the counter nor take another visitor now; undefined where nothing is in the way. */
export function whyHeld(desk: Desk, { visitor, shift }: DeskView): string | undefined {
  if (!desk.live) return desk.t('desk.offline')
  if (visitor) return desk.t('desk.held.visitor')
  return shift?.pause ? desk.t('desk.held.paused') : undefined
}
