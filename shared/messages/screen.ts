import { addPart } from './catalogue.ts'
import lt from './screen/lt.json' with { type: 'json' }

/** What screens that hang in the hall say, paired or not, and whoever shows the same calls: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./screen/en.json', { with: { type: 'json' } }),
    ru: () => import('./screen/ru.json', { with: { type: 'json' } }),
    pl: () => import('./screen/pl.json', { with: { type: 'json' } }),
    uk: () => import('./screen/uk.json', { with: { type: 'json' } }),
  },
})
