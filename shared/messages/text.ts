import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'

import type { Language } from '../queue/config.ts'
import { isTextKey, messagesIn, spoken, type TextKey } from './catalogue.ts'
import { isPlain, say, treeOf, type Message, type TextValues } from './message.ts'

export type { Language, TextKey, TextValues }

interface LanguageFacts {
  /** What its speakers call it. */
  readonly name: string
  /** For Intl: how dates and numbers are written. */
  readonly locale: string
}

export const languages: Readonly<Record<Language, LanguageFacts>> = {
  lt: { name: 'Lietuvių', locale: 'lt-LT' },
  en: { name: 'English', locale: 'en-GB' },
  ru: { name: 'Русский', locale: 'ru-RU' },
  pl: { name: 'Polski', locale: 'pl-PL' },
  uk: { name: 'Українська', locale: 'uk-UA' },
}

/** In the order in which they are shown: Lithuanian before all others, as the law on public signs asks. */
export const languageOrder = Object.keys(languages) as readonly Language[]

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag)
}

export type Translate<Key extends string = TextKey> = (key: Key, values?: TextValues) => string

/**
 * The public texts of one language; on a page, Lithuanian until they have come (`loadLanguages` has them come sooner).
 * Keep the function for as long as the language holds: it keeps what it parsed.
 */
export function texts(language: Language): Translate {
  const now = spoken(language)
  return translator(messagesIn(now), languages[now].locale)
}

/** ICU messages, parsed when first used. The function throws if a message is not given one of its values. */
export function translator<Key extends string>(
  messages: Readonly<Record<Key, Message>>,
  locale: string,
): Translate<Key> {
  const trees = new Map<Key, MessageFormatElement[]>()

  return function translate(key, values) {
    const message = messages[key]
    if (isPlain(message)) return message
    const tree = trees.get(key) ?? treeOf(message)
    trees.set(key, tree)
    return say(tree, locale, values)
  }
}

/** The text for a refusal that a visitor may meet: its own if there is one, else that something unexpected happened. */
export function errorText(t: Translate, code: string): string {
  const key = `error.${code}`
  return t(isTextKey(key) ? key : 'error.server/internal')
}
