import type { Preview, PreviewList } from '#shared/protocol/previews.ts'

import { ask } from '../ask.ts'

/** The last tickets of the printers that print into a preview, the newest first. */
export class Previews {
  list = $state.raw<readonly Preview[]>([])
  state = $state<'loading' | 'shown' | 'failed'>('loading')
  /** The hall's: a ticket says the hall's time. */
  timeZone = $state('UTC')

  async refresh(): Promise<void> {
    const asked = await ask<PreviewList>('GET', '/api/previews')
    if (asked.ok) {
      this.timeZone = asked.value.timeZone
      this.list = asked.value.previews
    }
    this.state = asked.ok ? 'shown' : 'failed'
  }
}

/** Where the picture of a ticket is. */
export function pictureOf({ device, key }: Preview): string {
  return `/api/previews/${encodeURIComponent(device)}/${encodeURIComponent(key)}.png`
}
