import { addPart } from './catalogue.ts'
import lt from './paper/lt.json' with { type: 'json' }

/** What is printed on tickets, and sent to no page: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./paper/en.json', { with: { type: 'json' } }),
    ru: () => import('./paper/ru.json', { with: { type: 'json' } }),
    pl: () => import('./paper/pl.json', { with: { type: 'json' } }),
    uk: () => import('./paper/uk.json', { with: { type: 'json' } }),
  },
})
