import { describe, expect, test } from 'vitest'

import { labelInWords } from '#shared/voice/label.ts'
import { letterName } from '#shared/voice/letter.ts'
import { speechOf } from '#shared/voice/speech.ts'
import { lettersIn } from './voice-letters.ts'
import { rowsOf, voices } from './voice-table.ts'

const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' + 'ĄČĘĖĮŠŲŪŽ' + 'ĆŁŃÓŚŹŻ'
const cyrillic = 'АБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'

describe.each(voices)('in %s', (language) => {
  const speech = speechOf(language)

  test.each(rowsOf(lettersIn[language]))('%s is %s', (letter, name) => {
    expect(letterName(letter, speech.letters)).toBe(name)
  })

  test('the table has every letter of the five languages', () => {
    const written = rowsOf(lettersIn[language]).map(([letter]) => letter)
    expect(written.toSorted()).toEqual([...latin, ...cyrillic].toSorted())
  })

  test('no one or two letters sound like others', () => {
    const letters = [...latin, ...cyrillic]
    const pairs = letters.flatMap((first) => letters.map((second) => first + second))
    const said = [...letters, ...pairs].map((label) => labelInWords(label, speech))
    expect(new Set(said).size).toBe(letters.length + pairs.length)
  })

  test.each(['Ω', 'א', 'Ɣ', '٣'])('%s has no name and is a sign', (letter) => {
    expect(labelInWords(letter, speech)).toBe(speech.sign)
  })

  test('a letter is the same however Unicode writes it', () => {
    for (const form of ['Ž', 'Z\u030c', 'ž', 'z\u030c']) {
      expect(labelInWords(form, speech)).toBe(letterName('Ž', speech.letters))
    }
  })
})
