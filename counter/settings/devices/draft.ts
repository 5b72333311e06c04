import type { Sound } from '#shared/display/sound.ts'
import type { ListedDevice, ScreenKind } from '#shared/protocol/devices.ts'

/** A device as it stands in a form, where what is not given is empty. */
export interface Draft {
  name: string
  zone: string
  /** Of a counter display: over which it hangs. */
  counter: string
  printer: string
  width: string
  /** Of a display: its panel's diagonal, and how far away its last reader sits. */
  inches: string
  metres: string
  /** How its panel hangs; empty where its page has said so. */
  hangs: (typeof hangings)[number] | ''
  /** What is heard at a display; a new one is not asked. */
  sound: Sound | ''
}

/** The widths that printers have, in dots, the commonest first: as `server/printing/picture.ts` has them. */
export const widths = ['576', '512', '384'] as const

export const hangings = ['lying', 'upright'] as const

/** What a new screen can be. */
export const screenKinds: readonly ScreenKind[] = ['kiosk', 'display', 'counter-display']

export function emptyDraft(): Draft {
  const panel = { inches: '', metres: '', hangs: hangings[0] }
  return { name: '', zone: '', counter: '', printer: '', width: widths[0], ...panel, sound: '' }
}

export function draftOf({
  name,
  zone,
  counter,
  printer,
  widthDots,
  panel,
  health,
  sound,
}: ListedDevice): Draft {
  return {
    name,
    zone: zone ?? '',
    counter: counter ?? '',
    printer: printer ?? '',
    width: String(widthDots ?? widths[0]),
    inches: String(panel?.inches ?? ''),
    metres: String(panel?.distanceMetres ?? ''),
    hangs: health?.picture ? '' : hangings[0],
    sound: sound ?? '',
  }
}

/**
 * What the server is told: a kiosk has a printer, a display stands in a zone, has a panel and is heard, a counter display
 * hangs over a counter.
 */
export function wishOf(kind: string, draft: Draft) {
  const { name, zone, counter, printer, width, inches, metres, hangs, sound } = draft
  const address = printer.trim()
  if (kind === 'kiosk')
    return { name, zone: null, printer: address || null, widthDots: Number(width), panel: null }
  if (kind === 'counter-display')
    return { name, zone: null, counter: counter || null, printer: null, widthDots: null, panel: null }
  const isMeasured = `${inches}${metres}`.trim() !== ''
  const panel = isMeasured ? { inches: numberIn(inches), distanceMetres: numberIn(metres) } : null
  const upright = panel && hangs !== '' ? { upright: hangs === 'upright' } : {}
  const place = { name, zone: zone || null, printer: null, widthDots: null, panel, ...upright }
  return sound === '' ? place : { ...place, sound }
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
export function fieldOf(code: string): 'code' | 'name' | 'counter' | 'printer' | 'inches' | null {
  switch (code) {
    case 'pairing/unknown-code':
    case 'pairing/other-kind':
    case 'pairing/blocked':
      return 'code'
    case 'device/unnamed':
    case 'device/name-too-long':
      return 'name'
    case 'device/no-counter':
    case 'device/unknown-counter':
      return 'counter'
    case 'device/bad-printer':
      return 'printer'
    case 'device/bad-panel':
    case 'device/panel-too-small':
      return 'inches'
    default:
      return null
  }
}
