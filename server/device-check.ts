import { normalize } from 'node:path/posix'

import type { Panel, Picture } from '#shared/display/legibility.ts'
import { isPanel, panelLimits, tooSmall, usualPicture } from '#shared/display/panel-check.ts'
import { isSound, sounds, type Sound } from '#shared/display/sound.ts'
import type { DeviceRefusal } from '#shared/protocol/devices.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { WIDTHS } from './printing/picture.ts'
import { parsePrinterUrl } from './printing/printer-url.ts'
import { isDeviceKind, type DeviceKind } from './rights.ts'

/** A device as somebody wants it to be; what is empty counts as not given. */
export interface DeviceWish {
  /** One of `deviceKinds`; another is refused. */
  readonly kind: string
  readonly name: string
  readonly zone?: string | null | undefined
  readonly counter?: string | null | undefined
  readonly printer?: string | null | undefined
  readonly widthDots?: number | null | undefined
  /** Only a display has one. */
  readonly panel?: Panel | null | undefined
  /** The display's page, by which its panel is judged; a lying panel if that is not known. */
  readonly picture?: Picture | null | undefined
  /** Of a display: one of `sounds`; another is refused. */
  readonly sound?: string | null | undefined
}

/** What the hall can do with. */
export interface CheckedDevice {
  readonly kind: DeviceKind
  readonly name: string
  readonly zone: string | null
  readonly counter: string | null
  readonly printer: string | null
  readonly widthDots: number | null
  readonly panel: Panel | null
  /** Of a display for which it was chosen. */
  readonly sound: Sound | null
}

const longestName = 60
/** Where Linux puts printers; elsewhere under /dev are the server's own open files, memory and disks. */
const printerPath = /^\/dev\/(usb\/|serial\/|lp|tty)/

/** Whether a hall can have such a device; one that is not configured yet has no zones and no counters. */
export function checkDevice(
  config: HallConfig | null,
  wish: DeviceWish,
): { readonly ok: true; readonly device: CheckedDevice } | Refusal<DeviceRefusal> {
  const { kind, widthDots = null } = wish
  const name = wish.name.trim()
  const zone = wish.zone?.trim() || null
  const counter = wish.counter?.trim() || null
  const printer = wish.printer?.trim() || null
  if (!isDeviceKind(kind)) return refuse('device/unknown-kind', { kind })
  if (name === '') return refuse('device/unnamed')
  if (name.length > longestName) return refuse('device/name-too-long', { max: longestName })
  if (zone !== null && !config?.zones.some(({ id }) => id === zone))
    return refuse('device/unknown-zone', { zone })
  if (kind === 'counter-display' && counter === null) return refuse('device/no-counter')
  if (counter !== null && !config?.counters.some(({ id }) => id === counter))
    return refuse('device/unknown-counter', { counter })
  const address = printer === null ? null : parsePrinterUrl(printer)
  if (address && !address.ok) return refuse('device/bad-printer', { message: address.message })
  // Whoever may look after devices must not write into the server's own files.
  if (address?.ok && address.address.kind === 'file' && !printerPath.test(normalize(address.address.path)))
    return refuse('device/bad-printer', { message: `"${printer}" is no printer under /dev.` })
  if (widthDots !== null && !WIDTHS.some((width) => width === widthDots))
    return refuse('device/bad-width', { width: widthDots, widths: WIDTHS.join(', ') })
  const panel = kind === 'display' ? (wish.panel ?? null) : null
  if (panel && !isPanel(panel)) return badPanel()
  const small = panel && tooSmall(panel, wish.picture ?? usualPicture.lying)
  if (small) return refuse('device/panel-too-small', { ...small })
  const sound = kind === 'display' ? (wish.sound ?? null) : null
  if (sound !== null && !isSound(sound))
    return refuse('device/unknown-sound', { sound, sounds: sounds.join(', ') })
  return { ok: true, device: { kind, name, zone, counter, printer, widthDots, panel, sound } }
}

function badPanel(): Refusal<DeviceRefusal> {
  const { inches, distanceMetres } = panelLimits
  return refuse('device/bad-panel', { inches: inches.join('–'), metres: distanceMetres.join('–') })
}
