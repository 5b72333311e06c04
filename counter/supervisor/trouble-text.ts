import type { StaffTranslate } from '#shared/messages/staff.ts'

import type { DeviceTrouble } from './alerts.ts'

/** What is wrong with a device, in words. */
export function troubleText({ trouble, printer }: DeviceTrouble, t: StaffTranslate): string {
  switch (trouble) {
    case 'away':
      return t('supervisor.devices.away')
    case 'printer':
      return t('supervisor.devices.printer', { state: t(`launch.printer.${printer ?? 'error'}`) })
    case 'still':
      return t('devices.health.still')
    case 'silent':
      return t('supervisor.devices.silent')
  }
}
