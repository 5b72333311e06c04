import type { FoundTicket } from '#shared/protocol/found-tickets.ts'
import type { Binding } from '#shared/queue/ticket.ts'

type Changeable = Pick<FoundTicket, 'service' | 'class' | 'language' | 'needs'>

/** Only what was touched: what a colleague has put right meanwhile stays. */
export function changesOf(before: Changeable, wish: Changeable): Partial<Changeable> {
  const { needs } = before
  const sameNeeds = needs.length === wish.needs.length && needs.every((need) => wish.needs.includes(need))
  return {
    ...(wish.service !== before.service && { service: wish.service }),
    ...(wish.class !== before.class && { class: wish.class }),
    ...(wish.language !== before.language && { language: wish.language }),
    ...(!sameNeeds && { needs: wish.needs }),
  }
}

export function isSameBinding(one: Binding, other: Binding): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
