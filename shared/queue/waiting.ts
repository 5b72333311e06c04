import type { HallConfig, Language } from './config.ts'
import type { Hall } from './hall.ts'
import { isAble, type Seat } from './may-serve.ts'
import { seatOf } from './seat.ts'
import type { WaitingTicket } from './ticket.ts'

/** The waiting tickets as a plain array. */
export function waitingTickets(hall: Hall): WaitingTicket[] {
  const waiting: WaitingTicket[] = []
  for (const ticket of hall.tickets.values()) if (ticket.state === 'waiting') waiting.push(ticket)
  return waiting
}

/** The same as the order looks at them: nobody waits for a language that no counter speaks which could take them now. */
export function candidatesOf(
  hall: Hall,
  waiting: readonly WaitingTicket[] = waitingTickets(hall),
): WaitingTicket[] {
  if (waiting.every(({ speakers }) => speakers === null)) return [...waiting]
  const there = [...hall.shifts.values()].filter(({ pause }) => pause === null)
  const seats = there.map((shift) => seatOf(hall.config!, shift))
  return waiting.map((ticket) => {
    const speaks = (seat: Seat) => ticket.speakers?.includes(seat.profile ?? '') && isAble(seat, ticket)
    return seats.some(speaks) ? ticket : { ...ticket, speakers: null }
  })
}

/** The profiles that speak a visitor's language; null if it is the hall's own, or that of all profiles or none. */
export function speakersOf(config: HallConfig, language: Language): string[] | null {
  if (language === config.languages[0]) return null
  const speakers = config.profiles.filter(({ languages }) => languages.includes(language))
  if (speakers.length === 0 || speakers.length === config.profiles.length) return null
  return speakers.map(({ id }) => id)
}
