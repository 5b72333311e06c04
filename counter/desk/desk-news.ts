import type { DeskView } from '#shared/protocol/views.ts'

import type { Desk } from './desk.svelte.ts'
import { parkedSoon } from './parked-soon.ts'
import { refusalText } from './refusal-text.ts'

export interface News {
  readonly kind: 'attention' | 'stop'
  readonly title: string
  /** Its clerk has read it. */
  readonly close?: () => void
}

/** What a clerk is to know beside the actions: why nothing can be done, what was refused, who was put aside. */
export function deskNews(desk: Desk, view: DeskView): News | null {
  const { t, words, refusal } = desk
  if (!desk.live) return { kind: 'attention', title: t('desk.offline') }
  const isEmpty = refusal?.code === 'queue/empty'
  // Somebody came since: what was said of an empty queue holds no more.
  if (refusal && !(isEmpty && view.waitingForMe > 0))
    return {
      kind: isEmpty ? 'attention' : 'stop',
      title: refusalText(desk, refusal, view),
      close: () => (desk.refusal = null),
    }
  const { over } = desk.parkedHere
  if (over)
    return {
      kind: 'attention',
      title: t('desk.parked.over', { number: over.label, time: words.clock(over.until) }),
      close: () => desk.parkedHere.read(),
    }
  const ending = parkedSoon(view, desk.now)
  if (!ending) return null
  return {
    kind: 'attention',
    title: t('desk.parked.soon', { number: ending.label, time: words.clock(ending.until) }),
  }
}
