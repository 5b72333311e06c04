import { randomBytes } from 'node:crypto'

import { checkDevice } from './device-check.ts'
import { addDevice, listDevices, revokeDevice } from './devices.ts'
import type { Operation } from './operations.ts'
import { deviceKinds } from './rights.ts'
import { no, row, sentence, strings, yes } from './told.ts'

/** What the operator does about devices. */
export const deviceOperations: Readonly<Record<string, Operation>> = {
  async 'device add'(parts, input) {
    const { kind, name, printer, width, zone, counter } = strings(input)
    const checked = checkDevice(parts.authority.hall().config, {
      kind: kind ?? '',
      name: name ?? kind ?? '',
      printer,
      widthDots: width === undefined ? null : Number(width),
      zone,
      counter,
    })
    if (!checked.ok) return no(`Not added: ${sentence(checked)}. Kinds: ${deviceKinds.join(', ')}.`)
    const random = { id: parts.newId, bytes: randomBytes }
    const added = await addDevice(parts.db, parts.hallId, checked.device, random, parts.now())
    if (!added.ok) return no(`Not added: ${sentence(added)}.`)
    await parts.onDevicesChanged()
    const page = added.device.kind === 'kiosk' ? 'kiosk' : 'display'
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

  async 'device revoke'(parts, input) {
    const id = strings(input).id ?? ''
    const revoked = await revokeDevice(parts.db, parts.hallId, id, parts.now())
    if (!revoked.ok) return no(`Not revoked: ${sentence(revoked)}.`)
    parts.expel({ kind: 'device', id })
    return yes('Revoked; its line is cut.')
  },
}
