import type { NumberWords } from './speech.ts'

/** A whole number of 0 to 9999 in words. */
export function inWords(number: number, words: NumberWords): string {
  const above = [
    ...partOf(words.thousands, Math.floor(number / 1000)),
    ...partOf(words.hundreds, Math.floor(number / 100) % 10),
  ]
  const rest = number % 100
  if (above.length === 0) return belowHundred(rest, words)
  if (rest === 0) return above.join(' ')
  return above.join(' ') + words.beforeSmall + belowHundred(rest, words)
}

/** `017` as zero, one, seven. */
export function digitByDigit(digits: string, { small }: NumberWords): string {
  return [...digits].map((digit) => wordAt(small, Number(digit))).join(' ')
}

function belowHundred(number: number, { small, tens, beforeUnit }: NumberWords): string {
  if (number < 20) return wordAt(small, number)
  const ten = wordAt(tens, Math.floor(number / 10) - 2)
  return number % 10 === 0 ? ten : ten + beforeUnit + wordAt(small, number % 10)
}

/** The words for so many hundreds or thousands: none for none. */
function partOf(words: readonly string[], count: number): readonly string[] {
  return count === 0 ? [] : [wordAt(words, count - 1)]
}

function wordAt(words: readonly string[], index: number): string {
  const word = words[index]
  if (word === undefined) throw new RangeError(`There is no word at ${index}`)
  return word
}
