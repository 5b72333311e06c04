import type { Language, TextKey } from '#shared/messages/text.ts'
import callsEn from '#shared/messages/calls/en.json' with { type: 'json' }
import callsLt from '#shared/messages/calls/lt.json' with { type: 'json' }
import callsPl from '#shared/messages/calls/pl.json' with { type: 'json' }
import callsRu from '#shared/messages/calls/ru.json' with { type: 'json' }
import callsUk from '#shared/messages/calls/uk.json' with { type: 'json' }
import counterDisplayEn from '#shared/messages/counter-display/en.json' with { type: 'json' }
import counterDisplayLt from '#shared/messages/counter-display/lt.json' with { type: 'json' }
import counterDisplayPl from '#shared/messages/counter-display/pl.json' with { type: 'json' }
import counterDisplayRu from '#shared/messages/counter-display/ru.json' with { type: 'json' }
import counterDisplayUk from '#shared/messages/counter-display/uk.json' with { type: 'json' }
import kioskEn from '#shared/messages/kiosk/en.json' with { type: 'json' }
import kioskLt from '#shared/messages/kiosk/lt.json' with { type: 'json' }
import kioskPl from '#shared/messages/kiosk/pl.json' with { type: 'json' }
import kioskRu from '#shared/messages/kiosk/ru.json' with { type: 'json' }
import kioskUk from '#shared/messages/kiosk/uk.json' with { type: 'json' }
import paperEn from '#shared/messages/paper/en.json' with { type: 'json' }
import paperLt from '#shared/messages/paper/lt.json' with { type: 'json' }
import paperPl from '#shared/messages/paper/pl.json' with { type: 'json' }
import paperRu from '#shared/messages/paper/ru.json' with { type: 'json' }
import paperUk from '#shared/messages/paper/uk.json' with { type: 'json' }
import phoneEn from '#shared/messages/phone/en.json' with { type: 'json' }
import phoneLt from '#shared/messages/phone/lt.json' with { type: 'json' }
import phonePl from '#shared/messages/phone/pl.json' with { type: 'json' }
import phoneRu from '#shared/messages/phone/ru.json' with { type: 'json' }
import phoneUk from '#shared/messages/phone/uk.json' with { type: 'json' }
import en from '#shared/messages/public/en.json' with { type: 'json' }
import lt from '#shared/messages/public/lt.json' with { type: 'json' }
import pl from '#shared/messages/public/pl.json' with { type: 'json' }
import ru from '#shared/messages/public/ru.json' with { type: 'json' }
import uk from '#shared/messages/public/uk.json' with { type: 'json' }
import screenEn from '#shared/messages/screen/en.json' with { type: 'json' }
import screenLt from '#shared/messages/screen/lt.json' with { type: 'json' }
import screenPl from '#shared/messages/screen/pl.json' with { type: 'json' }
import screenRu from '#shared/messages/screen/ru.json' with { type: 'json' }
import screenUk from '#shared/messages/screen/uk.json' with { type: 'json' }
import summaryEn from '#shared/messages/summary/en.json' with { type: 'json' }
import summaryLt from '#shared/messages/summary/lt.json' with { type: 'json' }
import summaryPl from '#shared/messages/summary/pl.json' with { type: 'json' }
import summaryRu from '#shared/messages/summary/ru.json' with { type: 'json' }
import summaryUk from '#shared/messages/summary/uk.json' with { type: 'json' }

/** What visitors read, in every language. */
export const publicMessages: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  lt: {
    ...lt,
    ...kioskLt,
    ...paperLt,
    ...phoneLt,
    ...screenLt,
    ...counterDisplayLt,
    ...callsLt,
    ...summaryLt,
  },
  en: {
    ...en,
    ...kioskEn,
    ...paperEn,
    ...phoneEn,
    ...screenEn,
    ...counterDisplayEn,
    ...callsEn,
    ...summaryEn,
  },
  ru: {
    ...ru,
    ...kioskRu,
    ...paperRu,
    ...phoneRu,
    ...screenRu,
    ...counterDisplayRu,
    ...callsRu,
    ...summaryRu,
  },
  pl: {
    ...pl,
    ...kioskPl,
    ...paperPl,
    ...phonePl,
    ...screenPl,
    ...counterDisplayPl,
    ...callsPl,
    ...summaryPl,
  },
  uk: {
    ...uk,
    ...kioskUk,
    ...paperUk,
    ...phoneUk,
    ...screenUk,
    ...counterDisplayUk,
    ...callsUk,
    ...summaryUk,
  },
}
