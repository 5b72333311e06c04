import { isBoundTo, type Seat } from './may-serve.ts'
import type { Binding, ParkedTicket } from './ticket.ts'

/** Who alone may take up a ticket that was put aside; null: any counter. */
export function keptForOf({ keptFor, counter, clerk }: ParkedTicket): Binding {
  if (keptFor === 'anyone') return null
  return keptFor === 'clerk' ? { clerk } : { counter }
}

export function mayTakeUp(keptFor: Binding, seat: Pick<Seat, 'counter' | 'clerk'>): boolean {
  return keptFor === null || isBoundTo(seat, keptFor)
}
