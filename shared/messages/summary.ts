import type { Summary } from '../queue/summary.ts'
import { addPart } from './catalogue.ts'
import lt from './summary/lt.json' with { type: 'json' }
import { texts, type Language } from './text.ts'
import { longDay } from './time.ts'

/** What a summary of a visit says, on paper and on the phone: whoever says it imports this first. */
addPart({
  lt,
  others: {
    en: () => import('./summary/en.json', { with: { type: 'json' } }),
    ru: () => import('./summary/ru.json', { with: { type: 'json' } }),
    pl: () => import('./summary/pl.json', { with: { type: 'json' } }),
    uk: () => import('./summary/uk.json', { with: { type: 'json' } }),
  },
})

/** What a visit came to, what to do next and when to come again, a line each. The language has to be loaded. */
export function summaryLines({ outcome, steps, next }: Summary, language: Language): string[] {
  const t = texts(language)
  const visit = nextVisit(next, language)
  return [
    `${t(`summary.outcome.${outcome}`)}.`,
    ...(steps.length > 0 ? [`${t('summary.steps')}:`] : []),
    ...steps.map((step) => `• ${t(`summary.step.${step}`)}`),
    ...(visit.length > 0 ? [`${t('summary.next')}:`, ...visit] : []),
  ]
}

/** When the next visit is and where, a line each, as far as it was agreed. */
export function nextVisit({ date, time, place }: Summary['next'], language: Language): string[] {
  const day = date === null ? '' : longDay(Date.parse(`${date}T12:00Z`), language, 'UTC')
  const when = [day, time ?? ''].filter((part) => part !== '').join(', ')
  return [when, place.trim()].filter((line) => line !== '')
}
