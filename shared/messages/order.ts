import en from './order/en.json' with { type: 'json' }
import lt from './order/lt.json' with { type: 'json' }
import type { SheetLanguage } from './sheet.ts'
import { languages, translator, type Translate } from './text.ts'

export type OrderTextKey = keyof typeof lt
export type OrderTranslate = Translate<OrderTextKey>

export const orderMessages = { lt, en } as const satisfies Record<
  SheetLanguage,
  Readonly<Record<OrderTextKey, string>>
>

/** The texts of the page that says how the hall decides whose turn it is. */
export function orderTexts(language: SheetLanguage): OrderTranslate {
  return translator(orderMessages[language], languages[language].locale)
}
