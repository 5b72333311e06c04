import type { SupervisorView } from '#shared/protocol/views.ts'

import type { Announcements } from './announcements.ts'
import type { DeviceReports } from './device-reports.ts'
import type { Device } from './devices.ts'
import type { Presence } from './presence.ts'
import type { Printers } from './printers.ts'

interface WatchedParts {
  /** Those that are not revoked. */
  readonly devices: readonly Device[]
  readonly presence: Pick<Presence, 'since' | 'leftAt'>
  readonly printers: Pick<Printers, 'stateOf'>
  readonly reports: Pick<DeviceReports, 'healthOf'>
  readonly announcements: Pick<Announcements, 'ofDevice'>
}

type Watched = SupervisorView['devices']
type Trouble = Watched['wrong'][number]

/** How many devices the hall has, and what is wrong with which. One that never came is not missed. */
export function watchedDevices(parts: WatchedParts): Watched {
  const { devices } = parts
  return { all: devices.length, wrong: devices.flatMap((device) => troublesOf(parts, device)) }
}

function troublesOf({ presence, printers, reports, announcements }: WatchedParts, device: Device): Trouble[] {
  const { id, kind, name } = device
  const trouble = (what: Partial<Trouble> & Pick<Trouble, 'trouble'>): Trouble => ({
    ...{ id, kind, name, since: null, printer: null },
    ...what,
  })
  const connectedSince = presence.since(id)
  if (connectedSince === null) {
    const since = presence.leftAt(id) ?? device.seenAt
    return since === null ? [] : [trouble({ trouble: 'away', since })]
  }
  const printer = kind === 'kiosk' ? printers.stateOf(device) : null
  const prints = printer === null || printer === 'ready' || printer === 'unverifiable'
  const spoken = announcements.ofDevice(id)
  const isSilent =
    device.sound !== 'silent' && (spoken?.outcome === 'blocked' || spoken?.outcome === 'failed')
  return [
    ...(prints ? [] : [trouble({ trouble: 'printer', printer })]),
    ...(reports.healthOf(id)?.isStill ? [trouble({ trouble: 'still' })] : []),
    ...(isSilent ? [trouble({ trouble: 'silent', since: spoken.at })] : []),
  ]
}
