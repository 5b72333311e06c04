import type { Sound } from '#shared/display/sound.ts'
import type { DeviceRefusal } from '#shared/protocol/devices.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import type { CheckedDevice } from './device-check.ts'

interface Other {
  readonly name: string
  readonly zone: string | null
  readonly sound: Sound | null
}

/**
 * What is heard at a display among the others of its hall. A call is spoken by one display at most: two that say the same
 * a moment apart are understood by nobody. Where nobody chose, it speaks unless another does already. A second voice is
 * refused, and not the first one silenced, so that no display falls silent unless somebody means it to.
 */
export function soundAmong(
  { kind, zone, sound }: Pick<CheckedDevice, 'kind' | 'zone' | 'sound'>,
  others: readonly Other[],
): { readonly ok: true; readonly sound: Sound | null } | Refusal<DeviceRefusal> {
  if (kind !== 'display') return { ok: true, sound: null }
  const speaker = others.find((other) => other.sound === 'voice' && shareCalls(zone, other.zone))
  if (sound === null) return { ok: true, sound: speaker ? 'silent' : 'voice' }
  if (sound !== 'voice' || !speaker) return { ok: true, sound }
  return refuse('device/zone-spoken', { name: speaker.name })
}

/** A display of the whole hall has the calls of every zone. */
function shareCalls(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}
