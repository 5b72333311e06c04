import { addPart } from './catalogue.ts'
import lt from './kiosk/lt.json' with { type: 'json' }

/** What the kiosk alone says, and no other page is sent: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./kiosk/en.json', { with: { type: 'json' } }),
    ru: () => import('./kiosk/ru.json', { with: { type: 'json' } }),
    pl: () => import('./kiosk/pl.json', { with: { type: 'json' } }),
    uk: () => import('./kiosk/uk.json', { with: { type: 'json' } }),
  },
})
