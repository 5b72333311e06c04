/** What stands on a ticket, already in words of the visitor's language; nothing here is translated or counted. */
export interface Paper {
  readonly hall: string
  /** "A12": printed as large as the roll allows */
  readonly label: string
  /** Lithuanian first. Every section is set in the same type, so that none is smaller than another. */
  readonly sections: readonly PaperSection[]
  /** "2026-11-22 10:31", already formatted for the hall's own clock */
  readonly issuedAt: string
  /** the address in the QR code; empty for a ticket without one */
  readonly qr: string
  readonly qrCaption: readonly string[]
  readonly footer: readonly string[]
  /** "KOPIJA" when the ticket is printed again, otherwise null */
  readonly copy: string | null
}

export interface PaperSection {
  /** BCP 47, "lt" */
  readonly language: string
  readonly service: string
  readonly lines: readonly string[]
}

/** Keeps a slip of the hand in the settings from printing a metre of paper. */
const LONGEST_TEXT = 240

/**
 * The paper with every text made safe to draw: nothing invisible that commands a printer or turns the reading
 * direction, no empty lines, no sections without words.
 */
export function cleanPaper(paper: Paper): Paper {
  return {
    hall: cleanText(paper.hall),
    label: cleanText(paper.label),
    sections: paper.sections
      .map((section) => ({
        language: section.language,
        service: cleanText(section.service),
        lines: cleanLines(section.lines),
      }))
      .filter((section) => section.service !== '' || section.lines.length > 0),
    issuedAt: cleanText(paper.issuedAt),
    qr: paper.qr.replaceAll(UNPRINTABLE, ''),
    qrCaption: cleanLines(paper.qrCaption),
    footer: cleanLines(paper.footer),
    copy: paper.copy === null ? null : cleanText(paper.copy) || null,
  }
}

/** One line of text without control characters, with single spaces, at most 240 characters long. */
export function cleanText(text: string): string {
  const visible = text.replaceAll(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').replaceAll(UNPRINTABLE, '')
  const tidy = visible.normalize('NFC').replaceAll(/ +/g, ' ').trim()
  const characters = [...tidy]
  return characters.length <= LONGEST_TEXT ? tidy : `${characters.slice(0, LONGEST_TEXT - 1).join('')}…`
}

// C0 and C1 controls, halves of surrogate pairs, and the marks that reorder the text around them.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

function cleanLines(lines: readonly string[]): string[] {
  return lines.map(cleanText).filter((line) => line !== '')
}
