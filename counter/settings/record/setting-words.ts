import { inLanguage } from '#shared/messages/in-language.ts'
import {
  staffMessages,
  type StaffLanguage,
  type StaffTextKey,
  type StaffTranslate,
} from '#shared/messages/staff.ts'
import { isLanguage, languages } from '#shared/messages/text.ts'
import type { RecordNames } from '#shared/protocol/record.ts'
import { weekdays, type Weekday } from '#shared/queue/config.ts'

import { dayName } from '../setup/week.ts'

export interface Speech {
  readonly t: StaffTranslate
  readonly language: StaffLanguage
}

/** A part of the hall's settings as the record has it, `recallSeconds: 33`, in words; what has none stands as it came. */
export function settingWords({ t, language }: Speech, names: RecordNames) {
  return (line: string): string => {
    const [, path, value] = /^([\w.-]+): (.*)$/s.exec(line) ?? []
    if (path === undefined || value === undefined) return line
    const steps = path.split('.')
    return `${steps.map(stepText).join(', ')}: ${valueText(steps.at(-1)!, value)}`
  }

  function stepText(step: string): string {
    if (isLanguage(step)) return languages[step].name
    if ((weekdays as readonly string[]).includes(step))
      return dayName(step as Weekday, languages[language].locale)
    const service = names.services[step]
    return (
      wordOf(`record.setting.${step}`) ??
      wordOf(`class.${step}`) ??
      (service ? inLanguage(service, language) : step)
    )
  }

  function valueText(step: string, value: string): string {
    if (value === 'true') return t('common.yes')
    if (value === 'false') return t('common.no')
    if (value === 'null' || value === '') return t('record.nothing')
    if (value.startsWith('data:')) return t('record.fact.picture')
    return (step === 'rule' && wordOf(`record.rule.${value}`)) || (timesText(value) ?? value)
  }

  /** Of hours: `[["08:00","17:00"]]`. */
  function timesText(value: string): string | null {
    if (!value.startsWith('[')) return null
    if (value === '[]') return t('record.closed')
    return [...value.matchAll(/\["([\d:]+)","([\d:]+)"\]/g)].map(([, from, to]) => `${from}–${to}`).join(', ')
  }

  function wordOf(key: string): string | null {
    return Object.hasOwn(staffMessages.lt, key) ? t(key as StaffTextKey) : null
  }
}
