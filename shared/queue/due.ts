import { localDate } from './calendar.ts'
import type { Command } from './command.ts'
import type { Hall } from './hall.ts'

/** What the hall's clock has to ask for at this moment: terms that are over, and the change of the day. */
export function dueCommands(hall: Hall, now: number): Command[] {
  if (!hall.config) return []
  const opening: Command = { type: 'day:open', date: localDate(now, hall.config.timeZone) }
  if (!hall.day) return [opening]
  if (hall.day.endsAt <= now) return [{ type: 'day:close', date: hall.day.date }, opening]

  const due: Command[] = []
  for (const ticket of hall.tickets.values()) {
    if (ticket.state === 'missed' && ticket.until <= now)
      due.push({ type: 'ticket:lapse', ticket: ticket.id })
    if (ticket.state === 'parked' && ticket.until <= now) {
      due.push({ type: 'ticket:return', ticket: ticket.id, place: 'own' })
    }
  }
  for (const [service, { until }] of hall.paused) {
    if (until !== null && until <= now) due.push({ type: 'service:resume', service })
  }
  for (const [counter, { until }] of hall.profiles) {
    if (until <= now) due.push({ type: 'counter:reset-profile', counter })
  }
  return due
}

/** When the clock has to look again: the next term or change of the day. Null if the hall has no configuration. */
export function nextDue(hall: Hall): number | null {
  if (!hall.config) return null
  if (!hall.day) return 0
  let next = hall.day.endsAt
  for (const ticket of hall.tickets.values()) {
    if (ticket.state === 'missed' || ticket.state === 'parked') next = Math.min(next, ticket.until)
  }
  for (const { until } of [...hall.paused.values(), ...hall.profiles.values()]) {
    if (until !== null) next = Math.min(next, until)
  }
  return next
}
