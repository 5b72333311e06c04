import en from './talk/en.json' with { type: 'json' }
import lt from './talk/lt.json' with { type: 'json' }
import pl from './talk/pl.json' with { type: 'json' }
import ru from './talk/ru.json' with { type: 'json' }
import uk from './talk/uk.json' with { type: 'json' }
import { languages, translator, type Language, type Translate } from './text.ts'

export type TalkTextKey = keyof typeof lt

export const talkMessages = { lt, en, ru, pl, uk } as const satisfies Record<
  Language,
  Readonly<Record<TalkTextKey, string>>
>

/** Under these stands what the hall says of a service. */
const headings: readonly TalkTextKey[] = ['talk.bring', 'talk.price']

/** In the order in which a talk at a counter goes; short answers last. */
export const sentences = (Object.keys(lt) as TalkTextKey[]).filter((key) => !headings.includes(key))

/** The sentences that who have no common language show each other. */
export function talkTexts(language: Language): Translate<TalkTextKey> {
  return translator(talkMessages[language], languages[language].locale)
}
