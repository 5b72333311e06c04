import { addPart } from './catalogue.ts'
import lt from './counter-display/lt.json' with { type: 'json' }

/** What the screen over a counter alone says: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./counter-display/en.json', { with: { type: 'json' } }),
    ru: () => import('./counter-display/ru.json', { with: { type: 'json' } }),
    pl: () => import('./counter-display/pl.json', { with: { type: 'json' } }),
    uk: () => import('./counter-display/uk.json', { with: { type: 'json' } }),
  },
})
