import type { StaffTranslate } from '#shared/messages/staff.ts'
import { languages, type Language } from '#shared/messages/text.ts'
import type { ReceptionView } from '#shared/protocol/views.ts'
import type { Need } from '#shared/queue/command.ts'
import type { Binding, TicketClass } from '#shared/queue/ticket.ts'

/** In the order in which they are offered. */
export const classes: readonly TicketClass[] = ['ordinary', 'priority', 'out-of-turn', 'appointment']

interface Marked {
  readonly class: TicketClass
  readonly slot: number | null
  readonly language: Language
  readonly needs: readonly Need[]
}

/** What is not as with most: the class, unless an appointment's time says it, another language, needs. */
export function marksOf(t: StaffTranslate, ticket: Marked): string[] {
  return [
    ...(ticket.class === 'ordinary' || ticket.slot !== null ? [] : [t(`class.${ticket.class}`)]),
    ...(ticket.language === 'lt' ? [] : [languages[ticket.language].name]),
    ...ticket.needs.map((need) => t(`need.${need}`)),
  ]
}

/** Who alone may call a ticket; empty if any counter may. */
export function boundText(t: StaffTranslate, bound: Binding, counters: ReceptionView['counters']): string {
  if (bound === null) return ''
  if ('counter' in bound) {
    const counter = counters.find(({ id }) => id === bound.counter)?.label ?? bound.counter
    return t('reception.forCounter', { counter })
  }
  const clerk = counters.find(({ clerkId }) => clerkId === bound.clerk)?.clerk
  return clerk ? t('reception.forClerk', { clerk }) : t('reception.forColleague')
}
