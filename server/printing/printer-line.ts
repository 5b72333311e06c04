/** A way to a printer, open for one job. Everything rejects with an Error when the line is broken. */
export interface PrinterLine {
  /** false where nothing can ever be heard from the other end */
  readonly canAnswer: boolean
  /** what the printer sends, as it comes; set before the first question */
  onBytes(listener: (chunk: Uint8Array) => void): void
  /** settles when the line breaks or the other end hangs up; never rejects */
  readonly ended: Promise<void>
  /** Hands over all of `bytes`; `onFirstByte` tells when some of them may have reached the printer. */
  write(bytes: Uint8Array, onFirstByte?: () => void): Promise<void>
  /** Ends the line so that what was written still arrives. Rejects when it is known that it did not. */
  finish(): Promise<void>
  /** Drops the line at once; harmless after `finish`. */
  drop(): void
}

export interface LineLimits {
  /** for reaching the printer */
  readonly connectMs: number
  /** for handing over one ticket */
  readonly sendMs: number
  /** for the other end to hang up after us */
  readonly closeMs: number
}
