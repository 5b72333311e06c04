import type { StaffTranslate } from '#shared/messages/staff.ts'

import type { ownHelp } from './actions.ts'

/** What became of the own call for help; empty where there is none. */
export function ownHelpText(t: StaffTranslate, help: ReturnType<typeof ownHelp>): string {
  if (!help) return ''
  return help.coming === null ? t('desk.help.waiting') : t('desk.help.coming', { name: help.coming })
}
