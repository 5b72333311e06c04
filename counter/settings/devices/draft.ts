import type { ListedDevice, ScreenKind } from '#shared/protocol/devices.ts'

/** A device as it stands in a form, where what is not given is empty. */
export interface Draft {
  name: string
  zone: string
  printer: string
  width: string
  /** Of a display: its panel's diagonal, and how far away its last reader sits. */
  inches: string
  metres: string
}

/** The widths that printers have, in dots, the commonest first: as `server/printing/picture.ts` has them. */
export const widths = ['576', '512', '384'] as const

/** What a new screen can be. */
export const screenKinds: readonly ScreenKind[] = ['kiosk', 'display']

export function emptyDraft(): Draft {
  return { name: '', zone: '', printer: '', width: widths[0], inches: '', metres: '' }
}

export function draftOf({ name, zone, printer, widthDots, panel }: ListedDevice): Draft {
  return {
    name,
    zone: zone ?? '',
    printer: printer ?? '',
    width: String(widthDots ?? widths[0]),
    inches: String(panel?.inches ?? ''),
    metres: String(panel?.distanceMetres ?? ''),
  }
}

/** What the server is told: a kiosk has a printer, a display stands in a zone and has a panel. */
export function wishOf(kind: string, { name, zone, printer, width, inches, metres }: Draft) {
  const address = printer.trim()
  if (kind === 'kiosk')
    return { name, zone: null, printer: address || null, widthDots: Number(width), panel: null }
  const isMeasured = `${inches}${metres}`.trim() !== ''
  const panel = isMeasured ? { inches: numberIn(inches), distanceMetres: numberIn(metres) } : null
  return { name, zone: zone || null, printer: null, widthDots: null, panel }
}

/** With a comma or a point; 0, which is refused, if it is none. */
function numberIn(text: string): number {
  const number = Number(text.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : 0
}

/** A kiosk that is only tried keeps its tickets as pictures. */
export function hasPaper(printer: string | null): boolean {
  return printer !== null && printer !== 'preview:'
}

/** The field of the form that a refusal is about; null if it is about none of them. */
export function fieldOf(code: string): 'code' | 'name' | 'printer' | 'inches' | null {
  switch (code) {
    case 'pairing/unknown-code':
    case 'pairing/other-kind':
    case 'pairing/blocked':
      return 'code'
    case 'device/unnamed':
    case 'device/name-too-long':
      return 'name'
    case 'device/bad-printer':
      return 'printer'
    case 'device/bad-panel':
    case 'device/panel-too-small':
      return 'inches'
    default:
      return null
  }
}
