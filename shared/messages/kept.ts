import en from './kept/en.json' with { type: 'json' }
import lt from './kept/lt.json' with { type: 'json' }
import type { SheetLanguage } from './sheet.ts'
import { languages, translator, type Translate } from './text.ts'

export type KeptTextKey = keyof typeof lt
export type KeptTranslate = Translate<KeptTextKey>

export const keptMessages = { lt, en } as const satisfies Record<
  SheetLanguage,
  Readonly<Record<KeptTextKey, string>>
>

/** What staff and visitors read of promises that were kept or not. */
export function keptTexts(language: SheetLanguage): KeptTranslate {
  return translator(keptMessages[language], languages[language].locale)
}
