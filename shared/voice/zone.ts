import { letterName } from './letter.ts'
import { digitByDigit, inWords } from './number.ts'
import type { Speech } from './speech.ts'

/** Modifier letters are left out: among them are signs of phonetics. */
const tokens = /[0-9]+|[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]+(?:['’-][\p{Lu}\p{Ll}\p{Lt}\p{Lo}]+)*|[,;:()–—]/gu

/**
 * The name of a zone as it can be said: words with the apostrophes and hyphens within them, whole numbers in words, one
 * capital Latin letter after a word by its name (`Zona A`). All else parts words or, if it is a comma, a dash or a
 * bracket, is a short pause. Empty if nothing is left. Numbers are cardinal whatever stands beside them: `2 aukštas` is
 * "du aukštas", so a hall writes `Antras aukštas`.
 */
export function zoneInWords(name: string, speech: Speech): string {
  const found = name.normalize('NFKC').replaceAll('ʼ', '’').match(tokens) ?? []
  let said = ''
  let isPause = false
  for (const token of found) {
    if (/^[^\p{L}\p{N}]/u.test(token)) isPause = true
    else {
      if (said !== '') said += isPause ? ', ' : ' '
      said += wordOf(token, said !== '', speech)
      isPause = false
    }
  }
  return said
}

function wordOf(token: string, isLater: boolean, { numbers, letters }: Speech): string {
  if (/^[0-9]/.test(token))
    return token.length > 4 ? digitByDigit(token, numbers) : inWords(Number(token), numbers)
  const name = isLater && /^[A-Z]$/.test(token) ? letterName(token, letters) : null
  return name ?? token.replaceAll("'", '’')
}
