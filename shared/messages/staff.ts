import kioskEn from './kiosk/en.json' with { type: 'json' }
import kioskLt from './kiosk/lt.json' with { type: 'json' }
import phoneEn from './phone/en.json' with { type: 'json' }
import phoneLt from './phone/lt.json' with { type: 'json' }
import publicEn from './public/en.json' with { type: 'json' }
import publicLt from './public/lt.json' with { type: 'json' }
import screenEn from './screen/en.json' with { type: 'json' }
import screenLt from './screen/lt.json' with { type: 'json' }
import en from './staff/en.json' with { type: 'json' }
import lt from './staff/lt.json' with { type: 'json' }
import summaryEn from './summary/en.json' with { type: 'json' }
import summaryLt from './summary/lt.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type StaffTextKey =
  | keyof typeof lt
  | keyof typeof publicLt
  | keyof typeof kioskLt
  | keyof typeof phoneLt
  | keyof typeof screenLt
  | keyof typeof summaryLt
export type StaffTranslate = Translate<StaffTextKey>

/** The languages that staff pages speak. */
export type StaffLanguage = Extract<Language, 'lt' | 'en'>
export const staffLanguages: readonly [StaffLanguage, ...StaffLanguage[]] = ['lt', 'en']

export const staffMessages = { lt, en } as const satisfies Record<
  StaffLanguage,
  Readonly<Record<keyof typeof lt, string>>
>

const messages = {
  lt: { ...publicLt, ...kioskLt, ...phoneLt, ...screenLt, ...summaryLt, ...lt },
  en: { ...publicEn, ...kioskEn, ...phoneEn, ...screenEn, ...summaryEn, ...en },
}

/** What staff read: their own texts and the public ones. */
export function staffTexts(language: StaffLanguage): StaffTranslate {
  return translator(messages[language], languages[language].locale)
}

/** The text for any refusal: its own if there is one, else that something unexpected happened. */
export function staffErrorText(t: StaffTranslate, code: string): string {
  const key = `error.${code}`
  return t(Object.hasOwn(messages.lt, key) ? (key as StaffTextKey) : 'error.server/internal')
}
