import fc from 'fast-check'
import { expect, test } from 'vitest'

import { phraseFor } from '#shared/voice/phrase.ts'
import { lettersIn } from './voice-letters.ts'
import { rowsOf, voices } from './voice-table.ts'

const letters = rowsOf(lettersIn.lt).map(([letter]) => letter)
const digits = [...'0123456789']
const letter = fc.constantFrom(...letters)
const digit = fc.oneof(fc.constantFrom('0', '1', '7'), fc.constantFrom(...digits))

const seriesLetters = fc
  .array(fc.oneof(fc.constantFrom('A', 'Ą', 'А', 'I', 'Y'), letter), { minLength: 1, maxLength: 2 })
  .map((characters) => characters.join(''))
const seriesNumber = fc.array(digit, { minLength: 1, maxLength: 7 }).map((characters) => characters.join(''))
const ticketLabel = fc.tuple(seriesLetters, seriesNumber).map((parts) => parts.join(''))

/** Each of some letters with each of some numbers, so that near ones meet. */
const ticketLabels = fc
  .tuple(fc.uniqueArray(seriesLetters, { minLength: 2 }), fc.uniqueArray(seriesNumber, { minLength: 1 }))
  .map(([first, then]) => first.flatMap((letters) => then.map((number) => letters + number)))

const counterLabel = fc
  .array(fc.oneof(digit, letter), { minLength: 1, maxLength: 8 })
  .map((characters) => characters.join(''))

/** Anything that may stand in a file, halves of characters too, and what means something to programs. */
const anything = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<speak>',
        '</voice>',
        '&lt;',
        '&#60;',
        '[[a]]',
        '{',
        '}',
        '`$(a)`',
        '\n',
        '\0',
        '--help',
      ),
      fc.constantFrom('A', '7', '17', ' ', '-', '’', "'", ',', '.', '＜', '½', '\u200b', '\u202e'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test.each(voices)('in %s different labels are different phrases', (language) => {
  fc.assert(
    fc.property(ticketLabels, (labels) => {
      const said = labels.map((label) => phraseFor({ label, counter: '1' }, language).text)
      expect(new Set(said).size).toBe(labels.length)
    }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(counterLabel, { minLength: 2, maxLength: 40 }), (counters) => {
      const said = counters.map((counter) => phraseFor({ label: 'A007', counter }, language).text)
      expect(new Set(said).size).toBe(counters.length)
    }),
  )
})

test.each(voices)('in %s all numbers of a series are different phrases', (language) => {
  const labels = [1, 2, 3, 4].flatMap((width) =>
    Array.from({ length: 10 ** width }, (_, number) => `A${String(number).padStart(width, '0')}`),
  )
  const said = labels.map((label) => phraseFor({ label, counter: '1' }, language).text)
  expect(new Set(said).size).toBe(labels.length)
})

test.each(voices)('in %s nothing comes out but words and the marks of a sentence', (language) => {
  fc.assert(
    fc.property(anything, anything, anything, (label, counter, name) => {
      const { text, pieces } = phraseFor({ label, counter, zone: { [language]: name } }, language)
      expect(text).toMatch(/^\p{Lu}[\p{L} ,’-]*\.$/u)
      expect(text).not.toMatch(/ {2}|,[^ ]|[ ,][,.]|(?<!\p{L})[-’]|[-’](?!\p{L})/u)
      expect(phraseFor({ label, counter, zone: { [language]: name } }, language).pieces).toEqual(pieces)
    }),
    { numRuns: 300 },
  )
})

test.each(voices)('in %s all is written in the letters of the language', (language) => {
  fc.assert(
    fc.property(ticketLabel, counterLabel, (label, counter) => {
      const foreign =
        language === 'ru' || language === 'uk' ? /[^\p{Script=Cyrillic} ,.’]/u : /[^\p{Script=Latin} ,.-]/u
      expect(phraseFor({ label, counter }, language).text).not.toMatch(foreign)
    }),
  )
})
