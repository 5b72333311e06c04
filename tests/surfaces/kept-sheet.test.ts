import { flushSync } from 'svelte'
import { expect, test, vi } from 'vitest'

import KeptSheet from '#display/kept/KeptSheet.svelte'

import { keptFactsWith, nothingKept } from './kept-facts.ts'
import { refused, sheetOf, told } from './opened-sheet.ts'

const { open, answers, settle, spoken } = sheetOf(KeptSheet)
const words = () => document.body.textContent.replaceAll('\u2060', '').replaceAll(/\s+/g, ' ')

test('says all in Lithuanian and then in English, with the hall’s name and the days', async () => {
  await open(told(keptFactsWith()))
  expect(spoken()).toEqual(['lt', 'en'])
  expect(words()).toContain('Vilniaus skyrius 2025 m. lapkričio 17 d. – lapkričio 24 d.')
  expect(words()).toContain('Iš 100 pažadų įvykdyta 81, anksčiau pakviesta 12, vėliau – 7.')
  expect(words()).toContain('Šiandien iki šiol Iš 3 pažadų įvykdyta 2')
  expect(words()).toContain('Of 100 promises: 81 kept, 12 called earlier, 7 later.')
  expect(document.querySelectorAll('table')).toHaveLength(2)
})

test('says it in Lithuanian alone where the hall speaks nothing else', async () => {
  const facts = keptFactsWith()
  await open(told({ ...facts, hall: { ...facts.hall, languages: ['lt', 'pl'] } }))
  expect(spoken()).toEqual(['lt'])
})

test('of a hall without promises says so', async () => {
  await open(told(keptFactsWith({ week: nothingKept, today: nothingKept })))
  expect(words()).toContain('Pažadų dar nėra')
  expect(document.querySelector('table')).toBeNull()
})

test('of a hall that does not tell it says so, and shows it as soon as the hall does', async () => {
  await open(refused(404))
  expect(words()).toContain('Ši salė pažadų vykdymo neskelbia')
  answers(told(keptFactsWith()))
  await vi.advanceTimersByTimeAsync(10_000)
  flushSync()
  expect(spoken()).toEqual(['lt', 'en'])
})

test('shows no more what the hall no longer tells', async () => {
  await open(told(keptFactsWith()))
  answers(refused(404))
  document.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(document.querySelector('table')).toBeNull()
})

test('of a hall that is not set up says so', async () => {
  await open(refused(409))
  expect(words()).toContain('Salė dar neparengta')
})

test('without a line says so, and keeps what it knows when the line is lost later', async () => {
  await open(() => Promise.reject(new TypeError('no line')))
  expect(words()).toContain('Ryšio nėra, bandoma prisijungti')
  answers(told(keptFactsWith()))
  window.dispatchEvent(new Event('online'))
  await settle()
  answers(() => Promise.reject(new TypeError('no line')))
  document.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(document.querySelector('[role=status]')?.textContent).toContain('Ryšys nutrūko')
  expect(spoken()).toEqual(['lt', 'en'])
})

test('says when the server failed', async () => {
  await open(refused(500))
  expect(words()).toContain('Puslapio atverti nepavyko')
})
