import type { HallConfig } from '#shared/queue/config.ts'

/** Displays of one zone see one view; null is the whole hall. */
const prefix = 'display:'

export function displayRoom(zone: string | null): string {
  return `${prefix}${zone ?? ''}`
}

/** The zone of such a room; undefined for a room of something else. */
export function zoneOfRoom(room: string): string | null | undefined {
  return room.startsWith(prefix) ? room.slice(prefix.length) || null : undefined
}

/** Whether a display of a zone shows a counter. Where its zone is gone it shows the whole hall: nobody must be missed. */
export function showsZone(config: HallConfig, zone: string | null, ofCounter: string): boolean {
  return zone === null || zone === ofCounter || !config.zones.some(({ id }) => id === zone)
}
