import type { ListedDevice, ScreenKind } from '#shared/protocol/devices.ts'

/** A device as it stands in a form, where what is not given is empty. */
export interface Draft {
  name: string
  zone: string
  printer: string
  width: string
}

/** The widths that printers have, in dots, the commonest first: as `server/printing/picture.ts` has them. */
export const widths = ['576', '512', '384'] as const

/** What a new screen can be. */
export const screenKinds: readonly ScreenKind[] = ['kiosk', 'display']

export function emptyDraft(): Draft {
  return { name: '', zone: '', printer: '', width: widths[0] }
}

export function draftOf({ name, zone, printer, widthDots }: ListedDevice): Draft {
  return {
    name,
    zone: zone ?? '',
    printer: printer ?? '',
    width: String(widthDots ?? widths[0]),
  }
}

/** What the server is told: a kiosk has a printer, a display stands in a zone. */
export function wishOf(kind: string, { name, zone, printer, width }: Draft) {
  const address = printer.trim()
  return kind === 'kiosk'
    ? { name, zone: null, printer: address || null, widthDots: Number(width) }
    : { name, zone: zone || null, printer: null, widthDots: null }
}

/** A kiosk that is only tried keeps its tickets as pictures. */
export function hasPaper(printer: string | null): boolean {
  return printer !== null && printer !== 'preview:'
}

/** The field of the form that a refusal is about; null if it is about none of them. */
export function fieldOf(code: string): 'code' | 'name' | 'printer' | null {
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
    default:
      return null
  }
}
