import { describe, expect, test } from 'vitest'

import { inWords } from '#shared/voice/number.ts'
import { speechOf } from '#shared/voice/speech.ts'
import { numbersIn } from './voice-numbers.ts'
import { rowsOf, voices } from './voice-table.ts'

describe.each(voices)('in %s', (language) => {
  const { numbers } = speechOf(language)

  test.each(rowsOf(numbersIn[language]))('%s is %s', (number, said) => {
    expect(inWords(Number(number), numbers)).toBe(said)
  })

  test('no two numbers up to 9999 are the same words', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, number) => inWords(number, numbers))).size).toBe(10_000)
  })

  test.each([-1, 1.5, 10_000, NaN])('there are no words for %d', (number) => {
    expect(() => inWords(number, numbers)).toThrow(RangeError)
  })
})

test('the table has what a ticket may bear: 0 to 20, all tens, hundreds and thousands, and some between', () => {
  const round = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((one) => [one * 10, one * 100, one * 1000])
  const some = [101, 110, 111, 117, 119, 999, 1001, 9999]
  const wanted = [...Array.from({ length: 21 }, (_, number) => number), ...round, ...some]
  for (const language of voices) {
    const written = rowsOf(numbersIn[language]).map(([number]) => Number(number))
    expect(written).toEqual(expect.arrayContaining(wanted))
  }
})
