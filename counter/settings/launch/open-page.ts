import type { LaunchDevice } from '#shared/protocol/launch.ts'

import { ask, type Asked } from '../ask.ts'

export type Screen = 'kiosk' | 'display'

export type Opened =
  | { readonly how: 'open' }
  /** The browser lets no tab open: here is where it would have gone. */
  | { readonly how: 'blocked'; readonly page: string }
  | ({ readonly how: 'failed' } & Pick<Extract<Asked<never>, { ok: false }>, 'code' | 'details'>)

/**
 * Opens a screen in a new tab of this browser: the one that it opened before, if that is still paired, else a new
 * device. A kiosk of this kind prints into the preview.
 */
export async function openPage(
  screen: Screen,
  name: string,
  devices: readonly LaunchDevice[],
): Promise<Opened> {
  // At once: after the answer a browser would take it for a window that nobody asked for.
  const tab = window.open('about:blank', '_blank')
  if (tab) tab.opener = null
  const page = isStillPaired(screen, devices) ? `/${screen}` : await newDevice(screen, name)
  if (typeof page !== 'string') {
    tab?.close()
    return page
  }
  if (!tab) return { how: 'blocked', page }
  tab.location.replace(page)
  return { how: 'open' }
}

async function newDevice(kind: Screen, name: string): Promise<string | Opened> {
  const made = await ask<{ id: string; page: string }>('POST', '/api/devices', {
    kind,
    name,
    ...(kind === 'kiosk' && { printer: 'preview:' }),
  })
  if (!made.ok) return { how: 'failed', code: made.code, details: made.details }
  localStorage.setItem(ownKey(kind), made.value.id)
  return made.value.page
}

/** This browser holds the screen's token, and the hall still knows it. */
function isStillPaired(screen: Screen, devices: readonly LaunchDevice[]): boolean {
  const id = localStorage.getItem(ownKey(screen))
  const hasToken = localStorage.getItem(`eile-${screen}-token`) !== null
  return hasToken && devices.some((device) => device.id === id)
}

function ownKey(screen: Screen): string {
  return `eile-opened-${screen}`
}
