import { describe, expect, test } from 'vitest'

import type { Language } from '#shared/queue/config.ts'
import { phraseFor, sayingOf, type SpokenCall } from '#shared/voice/phrase.ts'

const a007 = { label: 'A007', counter: '4' }
const b117 = { label: 'B117', counter: '12B' }

test.each<[Language, SpokenCall, string]>([
  ['lt', a007, 'Numeris a nulis nulis septyni, prašome prie langelio numeris keturi.'],
  ['en', a007, 'Ticket number ay zero zero seven, please go to counter number four.'],
  ['ru', a007, 'Номер а ноль ноль семь, подойдите к окну номер четыре.'],
  ['pl', a007, 'Numer a zero zero siedem, proszę do okienka numer cztery.'],
  ['uk', a007, 'Номер а нуль нуль сім, підійдіть до вікна номер чотири.'],
  [
    'lt',
    b117,
    'Numeris bė šimtas septyniolika, vienas septyni, prašome prie langelio numeris dvylika, vienas du, bė.',
  ],
  [
    'en',
    b117,
    'Ticket number bee one hundred and seventeen, one seven, please go to counter number twelve, one two, bee.',
  ],
  ['ru', b117, 'Номер бэ сто семнадцать, один семь, подойдите к окну номер двенадцать, один два, бэ.'],
  ['pl', b117, 'Numer be sto siedemnaście, jeden siedem, proszę do okienka numer dwanaście, jeden dwa, be.'],
  ['uk', b117, 'Номер бе сто сімнадцять, один сім, підійдіть до вікна номер дванадцять, один два, бе.'],
])('in %s a call of %o is said', (language, call, text) => {
  expect(phraseFor(call, language).text).toBe(text)
})

describe('a label', () => {
  test.each([
    ['A0', 'a nulis'],
    ['A00', 'a nulis nulis'],
    ['A7', 'a septyni'],
    ['A07', 'a nulis septyni'],
    ['A010', 'a nulis dešimt'],
    ['A015', 'a nulis penkiolika, vienas penki'],
    ['A050', 'a nulis penkiasdešimt, penki nulis'],
    ['A017', 'a nulis septyniolika, vienas septyni'],
    ['A070', 'a nulis septyniasdešimt, septyni nulis'],
    ['A071', 'a nulis septyniasdešimt vienas'],
    ['A100', 'a šimtas'],
    ['A0100', 'a nulis šimtas'],
    ['A1234', 'a tūkstantis du šimtai trisdešimt keturi'],
    ['A00012', 'a nulis nulis nulis dvylika, vienas du'],
    ['A12345', 'a vienas du trys keturi penki'],
    ['ČŽ21', 'čė žė dvidešimt vienas'],
    ['4-5', 'keturi, penki'],
    [' 4 ', 'keturi'],
    ['<b>4</b>', 'bė, keturi, bė'],
    ['4Ω', 'keturi, ženklas'],
    ['★', 'ženklas'],
  ])('%s is %s in Lithuanian', (label, said) => {
    expect(phraseFor({ label, counter: '1' }, 'lt').pieces[0]).toBe(`Numeris ${said},`)
    expect(phraseFor({ label: 'A1', counter: label }, 'lt').pieces[1]).toBe(
      `prašome prie langelio numeris ${said}.`,
    )
  })
})

describe('a zone', () => {
  const ends = (zone: SpokenCall['zone'], language: Language) =>
    phraseFor({ ...a007, zone }, language).pieces[1]

  test('is said after the counter, as far as it is words', () => {
    expect(ends({ lt: 'Antras aukštas (salė A)' }, 'lt')).toBe(
      'prašome prie langelio numeris keturi, Antras aukštas, salė a.',
    )
    expect(ends({ en: "Registrar's hall 2" }, 'en')).toBe(
      'please go to counter number four, Registrar’s hall two.',
    )
  })

  test('is left out where it has no name in the language, or none that can be said', () => {
    expect(ends({ lt: 'Salė' }, 'ru')).toBe('подойдите к окну номер четыре.')
    expect(ends({ lt: ' ★ ' }, 'lt')).toBe('prašome prie langelio numeris keturi.')
  })
})

test('the first piece is the ticket’s alone, the second the counter’s, and together they are the text', () => {
  const one = phraseFor({ label: 'A007', counter: '4' }, 'lt')
  const other = phraseFor({ label: 'B117', counter: '4' }, 'lt')
  const third = phraseFor({ label: 'A007', counter: '9' }, 'lt')
  expect(one.pieces.join(' ')).toBe(one.text)
  expect(other.pieces[1]).toBe(one.pieces[1])
  expect(third.pieces[0]).toBe(one.pieces[0])
})

test.each<[Language[], Language[]]>([
  [[], ['lt']],
  [['lt'], ['lt']],
  [['pl'], ['lt', 'pl']],
  [
    ['uk', 'lt', 'uk', 'en'],
    ['lt', 'uk', 'en'],
  ],
])('with %j a call is said in %j: Lithuanian first, none twice', (languages, order) => {
  expect(sayingOf(a007, languages)).toEqual(order.map((language) => phraseFor(a007, language)))
})
