import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A ticket's code is its id and a signature: it opens the ticket on a phone, and whoever has it may cancel the ticket.
 * Nothing of it is stored; the same id always gives the same code.
 */
export interface TicketCodes {
  readonly codeOf: (ticket: string) => string
  /** The ticket's id, or null for a code that this hall never gave. */
  readonly ticketOf: (code: string) => string | null
}

const signatureLength = 12

export function ticketCodes(secret: string): TicketCodes {
  const signature = (ticket: string) =>
    createHmac('sha256', secret).update(`ticket ${ticket}`).digest('base64url').slice(0, signatureLength)
  return {
    codeOf: (ticket) => ticket + signature(ticket),
    ticketOf(code) {
      const ticket = code.slice(0, -signatureLength)
      const given = Buffer.from(code.slice(-signatureLength))
      const wanted = Buffer.from(signature(ticket))
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? ticket : null
    },
  }
}
