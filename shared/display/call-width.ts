/** What of a call is written on a display. */
export interface WrittenCall {
  readonly label: string
  readonly counter: string
}

/** The arrow and the space around it, in em. */
const gaps = 1.55
/** The arrow and the space between it and the counter, in em. */
const arrow = 1.05

/**
 * The width of a call in em of its own type: number, arrow, counter and what is between them. A row as wide as its panel
 * divided by this is the largest type that shows the call whole.
 */
export function callWidth({ label, counter }: WrittenCall): number {
  return textWidth(label) + gaps + textWidth(counter)
}

/** The same where arrow and counter stand under the number. */
export function stackedWidth({ label, counter }: WrittenCall): number {
  return Math.max(textWidth(label), arrow + textWidth(counter))
}

/** Of a text in em, in the display's heaviest cut; measured in Inter 850 and rounded up. */
export function textWidth(text: string): number {
  return Array.from(text, (one) => (/\d/.test(one) ? 0.68 : /[MWŠŽ@%&]/.test(one) ? 1.05 : 0.8)).reduce(
    (sum, width) => sum + width,
    0,
  )
}
