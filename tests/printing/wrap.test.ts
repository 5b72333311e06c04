import { expect, test } from 'vitest'
import fc from 'fast-check'
import { wrap, wrapEvenly } from '#server/printing/wrap.ts'

const widthOf = (text: string) => [...text].length
const anyWords = fc
  .array(fc.stringMatching(/^[a-zė-]{1,14}$/), { maxLength: 20 })
  .map((words) => words.join(' '))

test('words are kept together and a word too long for a line is broken', () => {
  expect(wrap('prie langelių 1–6', 13, widthOf)).toEqual(['prie langelių', '1–6'])
  expect(wrap('nebeprisikiškiakopūsteliaujantiesiems', 13, widthOf)).toEqual([
    'nebeprisikišk',
    'iakopūsteliau',
    'jantiesiems',
  ])
})

test('a letter is not torn from its marks', () => {
  expect(wrap('ė̃ė̃ė̃', 4, (text) => text.length)).toEqual(['ė̃ė̃', 'ė̃'])
})

test('even lines leave no number alone on the last one', () => {
  expect(wrapEvenly('Laukite pirmame aukšte, prie langelių numeriai 1–6', 48, (text) => text.length)).toEqual(
    ['Laukite pirmame aukšte, prie', 'langelių numeriai 1–6'],
  )
})

test.each([wrap, wrapEvenly])(
  '%o gives no line too wide, loses no letter, and needs no more lines',
  (wrapped) => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const lines = wrapped(text, limit, widthOf)

        expect(lines.every((line) => widthOf(line) <= limit)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(lines.length).toBe(wrap(text, limit, widthOf).length)
      }),
    )
  },
)
