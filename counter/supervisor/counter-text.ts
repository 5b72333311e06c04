import type { StaffTranslate } from '#shared/messages/staff.ts'

import { pauseText } from '../desk/pause-reasons.ts'
import type { WatchedCounter } from './watch.svelte.ts'

/** What a counter does, in words. */
export function counterText({ state, pause, visitor }: WatchedCounter, t: StaffTranslate): string {
  const number = visitor?.label ?? ''
  switch (state) {
    case 'closed':
    case 'free':
      return t(`supervisor.counter.${state}`)
    case 'called':
      return t('supervisor.counter.called', { number })
    case 'serving':
      return t(visitor?.paused ? 'supervisor.counter.stopped' : 'supervisor.counter.serving', { number })
    case 'paused':
      return pause === null ? t('desk.counter.pause') : pauseText(t, pause)
  }
}
