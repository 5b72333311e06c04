import en from './kept/en.json' with { type: 'json' }
import lt from './kept/lt.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type KeptTextKey = keyof typeof lt
export type KeptTranslate = Translate<KeptTextKey>

/** The languages in which it is told whether promises are kept, Lithuanian first. */
export type KeptLanguage = Extract<Language, 'lt' | 'en'>
export const keptLanguages: readonly KeptLanguage[] = ['lt', 'en']

export const keptMessages = { lt, en } as const satisfies Record<
  KeptLanguage,
  Readonly<Record<KeptTextKey, string>>
>

/** What staff and visitors read of promises that were kept or not. */
export function keptTexts(language: KeptLanguage): KeptTranslate {
  return translator(keptMessages[language], languages[language].locale)
}
