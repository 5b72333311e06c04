import type { ListedDevice } from '#shared/protocol/devices.ts'
import type { UpFields } from '#shared/protocol/up.ts'

export type DeviceReport = UpFields<'device:report'>

/** How the hall's devices fare, as each has last said. Kept in memory: they say it again within seconds. */
export interface DeviceReports {
  readonly tell: (device: string, report: DeviceReport) => void
  /** Null of one that has not said anything since it was forgotten. */
  readonly healthOf: (device: string) => ListedDevice['health']
  readonly forget: (device: string) => void
}

/** Whoever reports every 30 seconds has drawn within a minute, if at all. */
const stillAfter = 60_000

/** `build` is the server's own. */
export function openDeviceReports({
  build,
  now,
}: {
  readonly build: string
  readonly now: () => number
}): DeviceReports {
  const reports = new Map<string, { readonly report: DeviceReport; readonly at: number }>()

  return {
    tell: (device, report) => void reports.set(device, { report, at: now() }),
    healthOf(device) {
      const known = reports.get(device)
      if (!known) return null
      const { report, at } = known
      return {
        isOlder: report.build !== build,
        isStill: report.drawnAgo + now() - at > stillAfter,
        ahead: report.ahead,
        picture: report.picture ?? null,
        lastCall: report.lastCall,
      }
    },
    forget: (device) => void reports.delete(device),
  }
}
