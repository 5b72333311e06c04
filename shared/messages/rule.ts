import en from './rule/en.json' with { type: 'json' }
import lt from './rule/lt.json' with { type: 'json' }
import pl from './rule/pl.json' with { type: 'json' }
import ru from './rule/ru.json' with { type: 'json' }
import uk from './rule/uk.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type RuleTextKey = keyof typeof lt

export const ruleMessages = { lt, en, ru, pl, uk } as const satisfies Record<
  Language,
  Readonly<Record<RuleTextKey, string>>
>

/** The rule of the hall in two or three sentences, as its displays say it. */
export function ruleTexts(language: Language): Translate<RuleTextKey> {
  return translator(ruleMessages[language], languages[language].locale)
}
