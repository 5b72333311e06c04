import type { LaunchFacts } from '#shared/protocol/launch.ts'

import { ask } from '../ask.ts'
import { openPage, type Opened, type Screen } from './open-page.ts'

/** What the start page knows of the hall, looked at again while somebody looks at it. */
export class Launch {
  facts = $state.raw<LaunchFacts | null>(null)
  /** The server did not answer when it was asked last. */
  failed = $state(false)
  /** What became of the last page that was to be opened; null if it is open. */
  opened = $state.raw<Exclude<Opened, { readonly how: 'open' }> | null>(null)

  async refresh(): Promise<void> {
    const asked = await ask<LaunchFacts>('GET', '/api/launch')
    this.failed = !asked.ok
    if (asked.ok) this.facts = asked.value
  }

  /** Opens a screen in a new tab, as a device of its own. */
  async open(screen: Screen, name: string): Promise<void> {
    this.opened = null
    const opened = await openPage(screen, name, this.facts?.running?.devices ?? [])
    this.opened = opened.how === 'open' ? null : opened
    await this.refresh()
  }
}
