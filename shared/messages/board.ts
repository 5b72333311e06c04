import en from './board/en.json' with { type: 'json' }
import lt from './board/lt.json' with { type: 'json' }
import pl from './board/pl.json' with { type: 'json' }
import ru from './board/ru.json' with { type: 'json' }
import uk from './board/uk.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type BoardTextKey = keyof typeof lt

export const boardMessages = { lt, en, ru, pl, uk } as const satisfies Record<
  Language,
  Readonly<Record<BoardTextKey, string>>
>

/** What the hall display says beside its calls: of the missed, and of the counters. It comes after the first screen. */
export function boardTexts(language: Language): Translate<BoardTextKey> {
  return translator(boardMessages[language], languages[language].locale)
}
