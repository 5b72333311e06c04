import { inLanguage } from '#shared/messages/in-language.ts'
import { orderTexts, type OrderTextKey, type OrderTranslate } from '#shared/messages/order.ts'
import { languages } from '#shared/messages/text.ts'
import type { SheetLanguage } from '#shared/messages/sheet.ts'
import type { OrderFacts } from '#shared/protocol/order-facts.ts'

import { exampleOf } from './example.ts'

/** One thing that a visitor should know of the order: what it is about, and its sentences. */
export interface OrderPart {
  readonly title: OrderTextKey
  readonly says: readonly string[]
}

/** The rule itself, in the first words of the sheet. */
export function leadOf({ order }: OrderFacts, t: OrderTranslate): string {
  return order.rule === 'ratio' ? t('order.lead.ratio', order.ratio) : t(`order.lead.${order.rule}`)
}

/** With two services of the hall's own targets: who has waited less may be the first. */
export function exampleFor(facts: OrderFacts, t: OrderTranslate): string | null {
  const example = exampleOf(facts)
  return example && t('order.example', { ...example })
}

/** What the rule leaves open, and its exceptions, in the order in which people ask. What does not apply is left out. */
export function partsOf(facts: OrderFacts, t: OrderTranslate): readonly OrderPart[] {
  const { order, recalls, reportMinutes } = facts
  const isShare = order.rule === 'share'
  const parts: readonly OrderPart[] = [
    { title: 'order.same.title', says: isShare ? [t('order.same')] : [] },
    {
      title: 'order.bound.title',
      says: [
        order.mostOvertaken === null
          ? t('order.bound.none')
          : t('order.bound', { count: order.mostOvertaken }),
      ],
    },
    { title: 'order.promise.title', says: [t('order.promise')] },
    { title: 'order.priority.title', says: priority(facts, t) },
    {
      title: 'order.appointment.title',
      says: [
        t('order.appointment', { late: order.lateMinutes }),
        ...(isShare
          ? [t('order.appointment.share', { minutes: order.appointmentMinutes }), ...ahead(facts, t)]
          : []),
      ],
    },
    { title: 'order.law.title', says: [t('order.law')] },
    { title: 'order.fallback.title', says: fallback(facts, t) },
    {
      title: 'order.language.title',
      says:
        facts.hasSpeakers && order.languageMinutes > 0
          ? [t('order.language', { minutes: order.languageMinutes })]
          : [],
    },
    {
      title: 'order.missed.title',
      says: [t('order.missed.recalls', { count: recalls }), t('order.missed', { minutes: reportMinutes })],
    },
    { title: 'order.by-hand.title', says: [t('order.by-hand')] },
    { title: 'order.ask.title', says: [t('order.ask')] },
  ]
  return parts.filter(({ says }) => says.length > 0)
}

function priority(facts: OrderFacts, t: OrderTranslate): readonly string[] {
  const { rule, priorityShare } = facts.order
  switch (rule) {
    // Who came first is called first, whoever it is.
    case 'first-come':
      return []
    case 'strict':
    case 'ratio':
      return [t('order.priority.ask')]
    case 'share':
      return [
        t('order.priority.share', { share: percent(priorityShare) }),
        ...ahead(facts, t),
        t('order.priority.ask'),
      ]
  }
}

function ahead({ order: { aheadFrom } }: OrderFacts, t: OrderTranslate): readonly string[] {
  if (aheadFrom === null) return []
  return [aheadFrom === 0 ? t('order.ahead.at-once') : t('order.ahead', { share: percent(aheadFrom) })]
}

function fallback({ hasFallback, order: { fallbackMinutes } }: OrderFacts, t: OrderTranslate) {
  if (!hasFallback || fallbackMinutes === 0) return []
  return [
    fallbackMinutes === null ? t('order.fallback.never') : t('order.fallback', { minutes: fallbackMinutes }),
  ]
}

function percent(share: number): number {
  return Math.round(share * 100)
}

/** Services with the same target, the shortest first. */
export interface TargetLine {
  readonly minutes: number
  readonly services: readonly string[]
}

/** The targets that the rule looks at: none where it does not. */
export function targetsOf({ order, services }: OrderFacts, language: SheetLanguage): readonly TargetLine[] {
  if (order.rule !== 'share') return []
  const t = orderTexts(language)
  const number = new Intl.NumberFormat(languages[language].locale)
  const all = [...new Set(services.map(({ targetMinutes }) => targetMinutes))].sort((a, b) => a - b)
  return all.map((minutes) => ({
    minutes,
    services: services
      .filter(({ targetMinutes }) => targetMinutes === minutes)
      .map(({ id, name }) => {
        const service = inLanguage(name, language)
        const weight = order.weights[id] ?? 1
        return weight === 1 ? service : t('order.targets.weight', { service, weight: number.format(weight) })
      }),
  }))
}
