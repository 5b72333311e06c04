import type { Language, TextKey } from '#shared/messages/text.ts'
import kioskEn from '#shared/messages/kiosk/en.json' with { type: 'json' }
import kioskLt from '#shared/messages/kiosk/lt.json' with { type: 'json' }
import kioskPl from '#shared/messages/kiosk/pl.json' with { type: 'json' }
import kioskRu from '#shared/messages/kiosk/ru.json' with { type: 'json' }
import kioskUk from '#shared/messages/kiosk/uk.json' with { type: 'json' }
import en from '#shared/messages/public/en.json' with { type: 'json' }
import lt from '#shared/messages/public/lt.json' with { type: 'json' }
import pl from '#shared/messages/public/pl.json' with { type: 'json' }
import ru from '#shared/messages/public/ru.json' with { type: 'json' }
import uk from '#shared/messages/public/uk.json' with { type: 'json' }

/** What visitors read, in every language. */
export const publicMessages: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  lt: { ...lt, ...kioskLt },
  en: { ...en, ...kioskEn },
  ru: { ...ru, ...kioskRu },
  pl: { ...pl, ...kioskPl },
  uk: { ...uk, ...kioskUk },
}
