import en from './order/en.json' with { type: 'json' }
import lt from './order/lt.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type OrderTextKey = keyof typeof lt
export type OrderTranslate = Translate<OrderTextKey>

/** The languages in which the order hangs on the wall, Lithuanian first. */
export type OrderLanguage = Extract<Language, 'lt' | 'en'>
export const orderLanguages: readonly OrderLanguage[] = ['lt', 'en']

export const orderMessages = { lt, en } as const satisfies Record<
  OrderLanguage,
  Readonly<Record<OrderTextKey, string>>
>

/** The texts of the page that says how the hall decides whose turn it is. */
export function orderTexts(language: OrderLanguage): OrderTranslate {
  return translator(orderMessages[language], languages[language].locale)
}
