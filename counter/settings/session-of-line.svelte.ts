import type { Line } from '#shared/ui/line.svelte.ts'
import type { View } from '#shared/protocol/views.ts'

import { sessionGone } from './ask.ts'

/** Tells the page around once a line says that its session is over or locked. Returns whether it has. */
export function tellWhenGone(line: Pick<Line<View>, 'code'>): () => boolean {
  const isGone = () =>
    line.code !== null && line.code !== 'credential/origin' && line.code.startsWith('credential/')

  $effect(() => {
    if (isGone()) window.dispatchEvent(new CustomEvent(sessionGone, { detail: line.code }))
  })
  return isGone
}
