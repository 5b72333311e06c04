import { randomBytes } from 'node:crypto'

import type { Panel, Picture } from '#shared/display/legibility.ts'
import { usualPicture } from '#shared/display/panel-check.ts'
import { screenKinds } from '#shared/protocol/devices.ts'

import { checkDevice, type DeviceWish } from './device-check.ts'
import { addDevice, findDevice, listDevices } from './devices.ts'
import type { Operation, OperationParts, Told } from './operations.ts'
import { changeOnRecord, deviceAct, revokeOnRecord } from './record/device-act.ts'
import { onRecord } from './record/write-act.ts'
import { deviceKinds } from './rights.ts'
import { no, row, sentence, strings, yes } from './told.ts'

/** What the operator does about devices. */
export const deviceOperations: Readonly<Record<string, Operation>> = {
  async 'device add'(parts, input) {
    const given = strings(input)
    const { kind, name, printer, width, zone, counter, sound } = given
    const checked = checkDevice(parts.authority.hall().config, {
      kind: kind ?? '',
      name: name ?? kind ?? '',
      printer,
      widthDots: width === undefined ? null : Number(width),
      zone,
      counter,
      panel: panelIn(given),
      picture: pictureIn(input),
      sound,
    })
    if (!checked.ok) return no(`Not added: ${sentence(checked)}. Kinds: ${deviceKinds.join(', ')}.`)
    const random = { id: parts.newId, bytes: randomBytes }
    const added = await onRecord(
      parts,
      (trx) => addDevice(trx, parts.hallId, checked.device, random, parts.now()),
      ({ device }) => deviceAct('device:added', null, device),
    )
    if (!added.ok) return no(`Not added: ${sentence(added)}.`)
    await parts.onDevicesChanged()
    const page = screenKinds.find((one) => one === added.device.kind) ?? 'display'
    return yes(
      `Added ${added.device.kind} "${added.device.name}", ${added.device.id}.`,
      'Open this address once on the device; the token in it is shown only here:',
      `${parts.publicUrl}/${page}#token=${added.token}`,
    )
  },

  async 'device list'({ db, hallId }) {
    const devices = await listDevices(db, hallId)
    const line = ({ id, kind, name, revokedAt, printer }: (typeof devices)[number]) =>
      row(id, kind, name, revokedAt === null ? (printer ?? '') : 'revoked')
    return { ok: true, lines: devices.map(line) }
  },

  async 'device panel'(parts, input) {
    const panel = panelIn(strings(input))
    const changed = await changeDisplay(parts, input, { panel })
    if (changed) return changed
    return yes(panel ? 'Changed; it keeps its numbers legible.' : 'Changed; nobody measured its panel.')
  },

  async 'device sound'(parts, input) {
    const { sound = '' } = strings(input)
    return (await changeDisplay(parts, input, { sound })) ?? yes(`Changed; its sound is ${sound}.`)
  },

  async 'device revoke'(parts, input) {
    const id = strings(input).id ?? ''
    const revoked = await revokeOnRecord(parts, id)
    if (!revoked.ok) return no(`Not revoked: ${sentence(revoked)}.`)
    parts.expel({ kind: 'device', id })
    return yes('Revoked; its line is cut.')
  },
}

/** What is wrong, or null. */
async function changeDisplay(
  parts: OperationParts,
  input: Readonly<Record<string, unknown>>,
  changes: Pick<DeviceWish, 'panel' | 'sound'>,
): Promise<Told | null> {
  const { id = '' } = strings(input)
  const found = await findDevice(parts.db, parts.hallId, id)
  if (!found.ok) return no(`Not changed: ${sentence(found)}.`)
  if (found.device.kind !== 'display') return no('Not changed: only a display has a panel and a sound.')
  const picture = pictureIn(input) ?? parts.pictureOf(id)
  const checked = checkDevice(parts.authority.hall().config, { ...found.device, ...changes, picture })
  if (!checked.ok) return no(`Not changed: ${sentence(checked)}.`)
  const changed = await changeOnRecord(parts, found.device, checked.device)
  if (!changed.ok) return no(`Not changed: ${sentence(changed)}.`)
  await parts.onDevicesChanged()
  parts.renew(id)
  return null
}

function pictureIn({ upright }: Readonly<Record<string, unknown>>): Picture | null {
  return upright === true ? usualPicture.upright : null
}

/** As it is given at the command line; what is no number is refused later. */
function panelIn({ panel, distance }: Readonly<Record<string, string | undefined>>): Panel | null {
  if (panel === undefined && distance === undefined) return null
  return { inches: Number(panel), distanceMetres: Number(distance) }
}
