import type { Line } from '#shared/ui/line.svelte.ts'
import type { View } from '#shared/protocol/views.ts'

import { lineBack, sessionGone } from './ask.ts'

/**
 * Tells the page around once a line says that its session is over or locked, or has lost the right to it; and when the line
 * is back, since other rights break it. Returns whether it is gone.
 */
export function tellWhenGone(line: Pick<Line<View>, 'code' | 'status'>): () => boolean {
  const isGone = () =>
    line.code === 'right/missing' ||
    (line.code !== null && line.code !== 'credential/origin' && line.code.startsWith('credential/'))

  $effect(() => {
    if (isGone()) window.dispatchEvent(new CustomEvent(sessionGone, { detail: line.code }))
  })

  let wasLost = false
  $effect(() => {
    if (line.status === 'live' && wasLost) window.dispatchEvent(new CustomEvent(lineBack))
    wasLost = line.status === 'lost'
  })
  return isGone
}
