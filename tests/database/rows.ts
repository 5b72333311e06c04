import type { EventRow, LegRow, TicketRow } from '#server/db/schema.ts'

/** 3 August 2026, 10:00 in Vilnius: larger than 32 bits, as all times are. */
export const tenOClock = 1_785_740_400_000

export function event(revision: number, row: Partial<EventRow> = {}): EventRow {
  return { hall_id: 'vilnius', revision, at: tenOClock, type: 'ticket:called', schema: 1, data: '{}', ...row }
}

export function ticket(id: string, row: Partial<TicketRow> = {}): TicketRow {
  return {
    id,
    hall_id: 'vilnius',
    day: '2026-08-03',
    visit_id: `visit of ${id}`,
    label: 'A001',
    series: 'A',
    number: 1,
    service: 'passports',
    class: 'ordinary',
    state: 'waiting',
    counter: null,
    clerk: null,
    issued_at: tenOClock,
    called_at: null,
    started_at: null,
    ended_at: null,
    outcome: null,
    revision: 1,
    snapshot: '{}',
    ...row,
  }
}

export function leg(ticketId: string, number: number, row: Partial<LegRow> = {}): LegRow {
  return {
    ticket_id: ticketId,
    leg: number,
    service: 'passports',
    queued_at: tenOClock,
    called_at: null,
    started_at: null,
    ended_at: null,
    counter: null,
    clerk: null,
    waited_ms: 0,
    served_ms: 0,
    outcome: null,
    result: null,
    quantity: null,
    ...row,
  }
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
