import { inLanguage } from '#shared/messages/in-language.ts'

import { helpText } from '../help-calls.ts'
import type { StaffSpeech } from '../staff-speech.svelte.ts'
import type { Alert } from './alerts.ts'
import { troubleText } from './trouble-text.ts'

/** An alert in words that stay the same as long as it does. */
export function alertText(alert: Alert, { t, language }: StaffSpeech): string {
  switch (alert.kind) {
    case 'wait': {
      const service = inLanguage(alert.service.name, language)
      const number = alert.service.longest?.label ?? ''
      return t('supervisor.alert.wait', { service, number, percent: alert.percent })
    }
    case 'minutes': {
      const service = inLanguage(alert.service.name, language)
      return t('supervisor.alert.minutes', { service, number: alert.label, minutes: alert.minutes })
    }
    case 'unserved':
      return t('supervisor.alert.unserved', { service: inLanguage(alert.service.name, language) })
    case 'help':
      return helpText(t, alert.call)
    case 'device': {
      const { name } = alert.device
      return t('supervisor.alert.device', { name, trouble: troubleText(alert.device, t) })
    }
  }
}
