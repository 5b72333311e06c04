import { letterName } from './letter.ts'
import { digitByDigit, inWords } from './number.ts'
import type { Speech } from './speech.ts'

/**
 * A label in words, its letters by their names. Numbers are said by their value, as people say them, after each leading
 * zero as a zero, as it is printed: `A007` is "A zero zero seven" (what espeak-ng makes of such numbers too), `A123` is "A
 * one hundred and twenty-three". More than four digits are said one by one. Where a number ends like 12 to 19 or like 20,
 * 30 … 90, its last two digits follow: in each of the languages seventeen sounds like seventy, or twelve like twenty, in
 * a loud hall, and digits do not. In radiotelephony nearly all numbers are said digit by digit (ICAO Annex 10, volume II,
 * 5.2.1.4.1.1), but people in a hall look for the number that is printed on their ticket.
 *
 * Small letters are said like capitals. A letter without a name here, or a digit other than 0 to 9, is said to be a sign;
 * all else is a pause. A label with nothing to say is a sign.
 */
export function labelInWords(label: string, speech: Speech): string {
  const runs = label
    .normalize('NFKC')
    .toUpperCase()
    .match(/[0-9]+|[\p{L}\p{N}]|[^\p{L}\p{N}]+/gu)
  let said = ''
  let isPause = false
  for (const run of runs ?? []) {
    const words = wordsOf(run, speech)
    if (words !== '' && said !== '') said += isPause ? ', ' : ' '
    said += words
    isPause = words === '' || /[0-9]/.test(run)
  }
  return said === '' ? speech.sign : said
}

function wordsOf(run: string, speech: Speech): string {
  if (/^[0-9]/.test(run)) return digitsInWords(run, speech)
  if (!/^[\p{L}\p{N}]/u.test(run)) return ''
  return letterName(run, speech.letters) ?? speech.sign
}

/** A run of digits, by the rule above. */
function digitsInWords(digits: string, { numbers }: Speech): string {
  const value = digits.replace(/^0+(?=.)/, '')
  if (Number(value) === 0 || value.length > 4) return digitByDigit(digits, numbers)
  const zeros = digits.slice(0, digits.length - value.length)
  const spoken = [...zeros].map((zero) => digitByDigit(zero, numbers))
  const said = [...spoken, inWords(Number(value), numbers)].join(' ')
  return soundsLikeAnother(Number(value)) ? `${said}, ${digitByDigit(value.slice(-2), numbers)}` : said
}

function soundsLikeAnother(number: number): boolean {
  const end = number % 100
  return end >= 12 && (end < 20 || end % 10 === 0)
}
