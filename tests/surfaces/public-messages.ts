import type { Language } from '#shared/messages/text.ts'
import en from '#shared/messages/public/en.json' with { type: 'json' }
import lt from '#shared/messages/public/lt.json' with { type: 'json' }
import pl from '#shared/messages/public/pl.json' with { type: 'json' }
import ru from '#shared/messages/public/ru.json' with { type: 'json' }
import uk from '#shared/messages/public/uk.json' with { type: 'json' }

/** What visitors read, in every language. */
export const publicMessages: Readonly<Record<Language, Readonly<Record<keyof typeof lt, string>>>> = {
  lt,
  en,
  ru,
  pl,
  uk,
}
