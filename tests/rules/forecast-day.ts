import type { PastDay, PastTicket } from '#server/forecast/past-day.ts'
import { seeded } from '#shared/queue/twin/random.ts'

export const unseen = { waiting: NaN, counters: NaN }

/** A day of a made-up hall: each service has one line, served one after another. */
export function madeUpDay(n: number, hall = 'hall', services = { papers: 3, homes: 9 }): PastDay {
  const random = seeded(1_000 * n + hall.length)
  const tickets: PastTicket[] = []
  for (const [service, turn] of Object.entries(services)) {
    let issued = 480
    let free = 480
    for (let ticket = 1; ticket <= 60; ticket += 1) {
      issued += turn * 2 * random() * (issued < 700 ? 0.9 : 1.2)
      const called = Math.max(issued, free)
      free = called + turn * 2 * random()
      tickets.push({ service, ticket: String(ticket), issued, called, seen: unseen })
    }
  }
  tickets.sort((a, b) => a.issued - b.issued)
  return { hall, date: `2026-02-${String(n + 1).padStart(2, '0')}`, weekday: n % 7, closes: 960, tickets }
}
