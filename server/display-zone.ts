import type { Panel } from '#shared/display/legibility.ts'
import type { HallConfig } from '#shared/queue/config.ts'

/** Displays of one zone on like panels, or on none that was measured, see one view; null is the whole hall. */
const prefix = 'display:'

export function displayRoom(zone: string | null, panel: Panel | null): string {
  const measures = panel ? `${panel.inches}/${panel.distanceMetres}` : ''
  return `${prefix}${measures}:${zone ?? ''}`
}

/** The zone of such a room; undefined for a room of something else. */
export function zoneOfRoom(room: string): string | null | undefined {
  if (!room.startsWith(prefix)) return undefined
  return room.slice(room.indexOf(':', prefix.length) + 1) || null
}

/** Whether a display of a zone shows a counter. Where its zone is gone it shows the whole hall: nobody must be missed. */
export function showsZone(config: HallConfig, zone: string | null, ofCounter: string): boolean {
  return zone === null || zone === ofCounter || !config.zones.some(({ id }) => id === zone)
}
