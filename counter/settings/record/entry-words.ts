import { staffMessages, type StaffTextKey } from '#shared/messages/staff.ts'
import { inLanguage } from '#shared/messages/in-language.ts'
import { languages } from '#shared/messages/text.ts'
import type { Change, FactValue, RecordEntry, RecordNames } from '#shared/protocol/record.ts'
import { pauseReasons } from '#shared/queue/command.ts'

import { pauseText } from '../../desk/pause-reasons.ts'
import { rightName } from '../../right-name.ts'
import { settingWords, type Speech } from './setting-words.ts'

/** An entry in the words of staff: what a newer server writes and this page has no words for stands as it came. */
export function entryWords({ t, language }: Speech, names: RecordNames) {
  const setting = settingWords({ t, language }, names)
  return { when, who, act, subject, changes }

  function when({ at }: RecordEntry): string {
    return moment(at)
  }

  function who({ by }: RecordEntry): string {
    const kind = t(`record.who.${by.kind}`)
    if (by.kind === 'clock' || by.kind === 'operator') return kind
    return by.kind === 'ticket' ? `${kind}: ${by.name ?? by.id}` : (by.name ?? by.id)
  }

  function act({ act: code }: RecordEntry): string {
    return wordOf(`record.act.${code}`, code)
  }

  function subject({ subject: { kind, id, name } }: RecordEntry): string {
    return t(`record.subject.${kind}`, { name: subjectName(kind, id) ?? name ?? id })
  }

  function subjectName(kind: string, id: string): string | undefined {
    if (kind === 'counter') return names.counters[id]
    if (kind === 'service') return named(names.services, id)
    return kind === 'role' ? wordOf(`role.${id}`, id) : undefined
  }

  function changes({ act, changes: all }: RecordEntry): string[] {
    const wordsOf = act === 'hall:configured' ? settingInWords : inWords
    return all.flatMap((change) => (change.fact === 'rights' ? rightsInWords(change) : wordsOf(change)))
  }

  function inWords({ fact, before, after }: Change): string {
    const name = wordOf(`record.fact.${fact}`, fact)
    if (before === null) return `${name}: ${valueText(fact, after)}`
    return `${name}: ${valueText(fact, before)} → ${valueText(fact, after)}`
  }

  function settingInWords({ fact, before, after }: Change): string {
    const partsIn = (value: FactValue) => (Array.isArray(value) ? value.map(setting) : value)
    return inWords({ fact, before: partsIn(before), after: partsIn(after) })
  }

  function rightsInWords({ before, after }: Change): string[] {
    const [had, has] = [listOf(before), listOf(after)]
    const list = (rights: readonly string[]) => rights.map((right) => rightName(t, right)).join(', ')
    const [gained, lost] = [has.filter((one) => !had.includes(one)), had.filter((one) => !has.includes(one))]
    return [
      ...(gained.length > 0 ? [t('record.gained', { list: list(gained) })] : []),
      ...(lost.length > 0 ? [t('record.lost', { list: list(lost) })] : []),
    ]
  }

  function valueText(fact: string, value: FactValue): string {
    if (value === null || value === '') return t('record.nothing')
    if (typeof value === 'object') return value.map((one) => valueText(fact, one)).join(', ')
    if (typeof value === 'boolean') return t('common.yes')
    if (typeof value === 'number') return fact === 'from' || fact === 'until' ? moment(value) : String(value)
    return textOf(fact, value)
  }

  function textOf(fact: string, value: string): string {
    switch (fact) {
      case 'state':
        return wordOf(`record.state.${value}`, value)
      case 'class':
        return wordOf(`class.${value}`, value)
      case 'service':
        return named(names.services, value) ?? value
      case 'profile':
        return named(names.profiles, value) ?? value
      case 'counter':
      case 'forCounter':
        return names.counters[value] ?? value
      case 'clerk':
      case 'forClerk':
        return names.people.find(({ id }) => id === value)?.name ?? value
      case 'roles':
        return wordOf(`role.${value}`, value)
      case 'kind':
        return wordOf(`devices.kind.${value}`, value)
      case 'sound':
        return wordOf(`devices.sound.${value}`, value)
      case 'reason':
        return reasonText(value)
      case 'why':
        return wordOf(`record.why.${value}`, value)
      case 'result':
        return wordOf(`result.${value}`, value)
      case 'place':
        return t(value === 'own' ? 'desk.earlierPlace' : 'desk.endOfQueue')
      case 'told':
        return wordOf(`record.told.${value}`, value)
      case 'keptFor':
        return wordOf(`record.keptFor.${value}`, value)
      default:
        return value
    }
  }

  /** Why a service was paused, or a counter. */
  function reasonText(reason: string): string {
    const ofService = pauseReasons.find((one) => one === reason)
    return ofService ? t(`service.paused.${ofService}`) : pauseText(t, reason)
  }

  function named(texts: RecordNames['services'], id: string): string | undefined {
    const text = texts[id]
    return text && inLanguage(text, language)
  }

  function wordOf(key: string, code: string): string {
    return Object.hasOwn(staffMessages.lt, key) ? t(key as StaffTextKey) : code
  }

  function moment(at: number): string {
    const { timeZone } = names
    const { locale } = languages[language]
    return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(at)
  }
}

function listOf(value: FactValue): readonly string[] {
  return typeof value === 'object' && value !== null ? value : []
}
