import type { DownFields } from '#shared/protocol/down.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { displayView } from './display-view.ts'

export type Called = DownFields<'ticket:called'>

/** A call in Lithuanian and English, each of two sounds, made at the beginning of time. */
export function calledTicket(label: string, changes: Partial<Called> = {}): Called {
  return {
    call: 1,
    label,
    counter: '4',
    zone: {},
    direction: 'left',
    at: 0,
    again: false,
    spoken: [
      { language: 'lt', clips: [`${label} lt`, '4 lt'] },
      { language: 'en', clips: [`${label} en`, '4 en'] },
    ],
    ...changes,
  }
}

/** What a display sees of these. */
export function viewOf(...calls: readonly (readonly [string, 'called' | 'serving'])[]): DisplayView {
  return displayView({
    calls: calls.map(([label, state]) => ({
      label,
      counter: '4',
      zone: {},
      direction: 'left',
      at: 0,
      state,
    })),
  })
}
