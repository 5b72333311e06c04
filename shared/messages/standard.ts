import en from './standard/en.json' with { type: 'json' }
import lt from './standard/lt.json' with { type: 'json' }
import pl from './standard/pl.json' with { type: 'json' }
import ru from './standard/ru.json' with { type: 'json' }
import uk from './standard/uk.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type StandardTextKey = keyof typeof lt

export const standardMessages = { lt, en, ru, pl, uk } as const satisfies Record<
  Language,
  Readonly<Record<StandardTextKey, string>>
>

/** What visitors of the hall may count on, as its displays say it. */
export function standardTexts(language: Language): Translate<StandardTextKey> {
  return translator(standardMessages[language], languages[language].locale)
}
