import { languageOrder, type Language } from '#shared/messages/text.ts'
import type { HallPart } from '#shared/protocol/hall-page.ts'
import { weekdays, type Text, type Weekday } from '#shared/queue/config.ts'

import { DayHours, openTimes } from './day-hours.svelte.ts'

export type Words = Record<Language, string>

/** A day that differs. */
export interface OtherDay {
  /** Names it while its date is being typed. */
  readonly key: number
  date: string
  hours: DayHours
}

/** The hall's settings as they stand in the form. */
export interface HallDraft {
  name: Words
  timeZone: string
  languages: Language[]
  week: Record<Weekday, DayHours>
  otherDays: OtherDay[]
  welcome: Words
  paper: Words
  /** Empty for the colour that Eilė comes with. */
  colour: string
  logo: string | null
  /** Calls are said aloud, and with the zone of the counter. */
  speaks: boolean
  saysZone: boolean
  attentionPercent: string
  stopPercent: string
  /** Empty for none. */
  waitMinutes: string
  /** Empty for none. */
  translator: string
}

export function draftOf(part: HallPart): HallDraft {
  const { name, timeZone, languages, hours, texts, brand, voice, alerts, translator } = part
  return {
    name: wordsOf(name),
    timeZone,
    languages: languageOrder.filter((one) => one === 'lt' || languages.includes(one)),
    week: byDay((day) => new DayHours(hours.week[day])),
    otherDays: inOrder(Object.entries(hours.exceptions)).map(([date, times], key) => ({
      key,
      date,
      hours: new DayHours(times),
    })),
    welcome: wordsOf(texts.welcome),
    paper: wordsOf(texts.paper),
    colour: brand.colour ?? '',
    logo: brand.logo,
    ...voice,
    attentionPercent: String(alerts.attentionPercent),
    stopPercent: String(alerts.stopPercent),
    waitMinutes: String(alerts.waitMinutes ?? ''),
    translator: translator ?? '',
  }
}

export function partOf(draft: HallDraft): HallPart {
  const { timeZone, languages, week, otherDays, logo, speaks, saysZone } = draft
  return {
    name: textOf(draft.name, languages),
    timeZone: timeZone.trim(),
    languages: [...languages],
    hours: {
      week: byDay((day) => openTimes(week[day])),
      exceptions: Object.fromEntries(
        inOrder(otherDays.map(({ date, hours }) => [date, openTimes(hours)] as const)),
      ),
    },
    texts: { welcome: textOf(draft.welcome, languages), paper: textOf(draft.paper, languages) },
    brand: { colour: colourOf(draft.colour), logo },
    voice: { speaks, saysZone },
    alerts: {
      attentionPercent: numberOf(draft.attentionPercent),
      stopPercent: numberOf(draft.stopPercent),
      // What is no number is none of minutes, and refused too.
      waitMinutes: draft.waitMinutes.trim() === '' ? null : numberOf(draft.waitMinutes) || 0,
    },
    translator: draft.translator.trim() || null,
  }
}

/** A colour typed with or without its `#`; null for none. */
export function colourOf(typed: string): string | null {
  const colour = typed.trim().toLowerCase()
  if (colour === '') return null
  return colour.startsWith('#') ? colour : `#${colour}`
}

/** What is no number is sent as none, and refused as such. */
function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'))
}

/** Dates that more than one day has. */
export function datesTwice(days: readonly OtherDay[]): string[] {
  const dates = days.map(({ date }) => date)
  return dates.filter((date, n) => dates.indexOf(date) < n)
}

/** Words in a language that the hall does not speak now are kept, unless nothing at all is to be said. */
function textOf(words: Words, languages: readonly Language[]): Text {
  if (languages.every((language) => words[language].trim() === '')) return {}
  const said = languageOrder.map((language) => [language, words[language].trim()] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

function wordsOf(text: Text): Words {
  return Object.fromEntries(languageOrder.map((language) => [language, text[language] ?? ''])) as Words
}

function inOrder<T>(days: readonly (readonly [date: string, T])[]) {
  return days.toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function byDay<T>(of: (day: Weekday) => T): Record<Weekday, T> {
  return Object.fromEntries(weekdays.map((day) => [day, of(day)])) as Record<Weekday, T>
}
