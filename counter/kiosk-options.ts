import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { KioskPrinters } from '#shared/protocol/found-tickets.ts'

type Kiosk = KioskPrinters['kiosks'][number]

export function printsWell({ state }: Kiosk): boolean {
  return state === 'ready' || state === 'unverifiable'
}

/** Where paper can come from, for a field to choose from; of a printer that does not print, why not. */
export function kioskOptions(t: StaffTranslate, kiosks: readonly Kiosk[]) {
  return kiosks.map((kiosk) => {
    const { id, name, state } = kiosk
    return [id, printsWell(kiosk) ? name : `${name} – ${t(`launch.printer.${state}`)}`] as const
  })
}
