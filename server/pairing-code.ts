import type { RandomBytes } from './tokens.ts'

/** No two look alike across a hall (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V), and no vowels: no code is a word. */
export const codeLetters = 'CDFHJKMNPQRTVWXY3479'
export const codeLength = 6

/** One of 64 million. */
export function newCode(random: RandomBytes): string {
  let code = ''
  while (code.length < codeLength) {
    const [byte = 0] = random(1)
    // Each letter is as likely as the others: what is left over of a byte is thrown away.
    if (byte < 256 - (256 % codeLetters.length)) code += codeLetters[byte % codeLetters.length]
  }
  return code
}

/** As typed: case, spaces and dashes do not matter. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
