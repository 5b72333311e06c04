export interface PreviewTicket {
  readonly key: string
  readonly label: string
  /** epoch milliseconds */
  readonly at: number
  readonly png: Uint8Array
}

export interface PreviewShelf {
  put(ticket: PreviewTicket): void
  /** newest first */
  list(): readonly PreviewTicket[]
}

/** The last tickets of halls without a printer, for staff to look at. */
export function previewShelf(keep = 20): PreviewShelf {
  let tickets: readonly PreviewTicket[] = []
  return {
    put(ticket) {
      tickets = [ticket, ...tickets].slice(0, keep)
    },
    list: () => tickets,
  }
}
