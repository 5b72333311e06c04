import { addPart } from './catalogue.ts'
import lt from './phone/lt.json' with { type: 'json' }

/** What a visitor's phone alone says: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./phone/en.json', { with: { type: 'json' } }),
    ru: () => import('./phone/ru.json', { with: { type: 'json' } }),
    pl: () => import('./phone/pl.json', { with: { type: 'json' } }),
    uk: () => import('./phone/uk.json', { with: { type: 'json' } }),
  },
})
