import { IntlMessageFormat } from 'intl-messageformat'
import en from './en.json' with { type: 'json' }
import lt from './lt.json' with { type: 'json' }

export type TextKey = keyof typeof lt
type Messages = Readonly<Record<TextKey, string>>

interface LanguageFacts {
  /** What its speakers call it. */
  readonly name: string
  /** For Intl: how dates and numbers are written. */
  readonly locale: string
  readonly messages: Messages
}

/** The languages that have texts. One more is one JSON file and one line here. */
export const languages = {
  lt: { name: 'Lietuvių', locale: 'lt-LT', messages: lt },
  en: { name: 'English', locale: 'en-GB', messages: en },
} as const satisfies Record<string, LanguageFacts>

export type Language = keyof typeof languages

/** In the order in which they are shown: Lithuanian before all others, as the law on public signs asks. */
export const languageOrder = Object.keys(languages) as readonly Language[]

export function hasTexts(language: string): language is Language {
  return Object.hasOwn(languages, language)
}

export type TextValues = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, values?: TextValues) => string

/**
 * The texts of one language, as ICU messages. Throws if a message is not given one of its values.
 * Messages are compiled when first used, so keep the function for as long as the language holds.
 */
export function texts(language: Language): Translate {
  const { locale, messages } = languages[language]
  const compiled = new Map<TextKey, IntlMessageFormat>()

  return function translate(key, values) {
    let message = compiled.get(key)
    if (message === undefined) {
      message = new IntlMessageFormat(messages[key], locale)
      compiled.set(key, message)
    }
    return String(message.format(values))
  }
}

/** The text for a refusal: its own if there is one, else that something unexpected happened. */
export function errorText(t: Translate, code: string): string {
  const key = `error.${code}`
  return t(isKey(key) ? key : 'error.server/internal')
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(lt, key)
}
