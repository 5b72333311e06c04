import { loadLanguages } from '#shared/messages/catalogue.ts'
import '#shared/messages/calls.ts'
import '#shared/messages/counter-display.ts'
import '#shared/messages/phone.ts'
import '#shared/messages/screen.ts'
import '#shared/messages/kiosk.ts'
import '#shared/messages/paper.ts'
import { languageOrder } from '#shared/messages/text.ts'

// Pages load a language when they need it, and say Lithuanian meanwhile; a test need not wait for that.
await loadLanguages(languageOrder)
