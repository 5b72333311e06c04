import type { Facts } from '#shared/protocol/record.ts'

import type { CheckedDevice } from '../device-check.ts'
import { changeDevice, findDevice, revokeDevice, type Device } from '../devices.ts'
import { onRecord, type Act } from './write-act.ts'

type Parts = Parameters<typeof onRecord>[0]

/** Changes a device as `changeDevice` does, and writes it down. */
export async function changeOnRecord(parts: Parts, device: Device, checked: CheckedDevice) {
  const { hallId } = parts
  return await onRecord(
    parts,
    (trx) => changeDevice(trx, hallId, device.id, checked),
    async (_changed, trx) => {
      const now = await findDevice(trx, hallId, device.id)
      return deviceAct('device:changed', device, now.ok ? now.device : null)
    },
  )
}

/** Revokes a device as `revokeDevice` does, and writes it down. */
export async function revokeOnRecord(parts: Parts, id: string) {
  const { hallId, now } = parts
  return await onRecord(
    parts,
    async (trx) => {
      const found = await findDevice(trx, hallId, id)
      if (!found.ok) return found
      const revoked = await revokeDevice(trx, hallId, id, now())
      return revoked.ok ? found : revoked
    },
    ({ device }) => deviceAct('device:revoked', device, null),
  )
}

/** What was done about a device, as it was before, if it was there, and as it is since, if it still is. */
export function deviceAct(act: Act['act'], before: Device | null, after: Device | null): Act {
  const { id, name } = (after ?? before)!
  return {
    act,
    subject: { kind: 'device', id, name },
    ...(before && { before: factsOf(before) }),
    ...(after && { after: factsOf(after) }),
  }
}

function factsOf({ kind, name, zone, counter, printer, widthDots, panel, sound }: Device): Facts {
  const size = panel && `${panel.inches}″, ${panel.distanceMetres} m`
  return { kind, name, zone, counter, printer, widthDots, panel: size, sound }
}
