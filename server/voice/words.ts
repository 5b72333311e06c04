/** A word of a piece, and whether a short pause follows it. */
export interface Word {
  readonly word: string
  readonly isPauseAfter: boolean
}

/** The words of a text, however it writes them: a recording is found by them. */
export function wordsOf(text: string): readonly Word[] {
  const found = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['ʼ]/g, '’')
    .matchAll(/([\p{L}\p{M}\p{N}’]+)([^\p{L}\p{M}\p{N}’]*)/gu)
  return [...found].map(([, word = '', after = '']) => ({ word, isPauseAfter: after.includes(',') }))
}

/** How a recording of these words is named. */
export function nameOf(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .join(' ')
}
