import { addPart } from './catalogue.ts'
import lt from './calls/lt.json' with { type: 'json' }

/** What the page of the calls alone says: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./calls/en.json', { with: { type: 'json' } }),
    ru: () => import('./calls/ru.json', { with: { type: 'json' } }),
    pl: () => import('./calls/pl.json', { with: { type: 'json' } }),
    uk: () => import('./calls/uk.json', { with: { type: 'json' } }),
  },
})
