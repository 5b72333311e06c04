import type { StaffTranslate } from '#shared/messages/staff.ts'
import { languages, type Language } from '#shared/messages/text.ts'
import type { Need } from '#shared/queue/command.ts'
import type { TicketClass } from '#shared/queue/ticket.ts'

/** In the order in which they are offered. */
export const classes: readonly TicketClass[] = ['ordinary', 'priority', 'out-of-turn', 'appointment']

interface Marked {
  readonly class: TicketClass
  readonly language: Language
  readonly needs: readonly Need[]
}

/** What is not as with most: the class, another language, needs. */
export function marksOf(t: StaffTranslate, ticket: Marked): string[] {
  return [
    ...(ticket.class === 'ordinary' ? [] : [t(`class.${ticket.class}`)]),
    ...(ticket.language === 'lt' ? [] : [languages[ticket.language].name]),
    ...ticket.needs.map((need) => t(`need.${need}`)),
  ]
}
