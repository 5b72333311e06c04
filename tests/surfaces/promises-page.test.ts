import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import PromisesPage from '#counter/settings/promises/PromisesPage.svelte'
import { keptTexts } from '#shared/messages/kept.ts'
import { daysOf, minutesOff, outOf, sentenceOf } from '#shared/ui/kept/kept-words.ts'

import { counts, keptFactsWith, nothingKept, sums } from './kept-facts.ts'
import { administrator, buttonNamed, settled, StaffServer } from './staff-server.ts'

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer().answers('GET /api/me', [200, { ...administrator, rights: [] }])
})

afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.unstubAllGlobals()
})

async function open() {
  screen = mount(PromisesPage, { target: document.body })
  flushSync()
  await settled()
}

/** Numbers and their words are kept together; here that does not matter. */
const plain = (text: string) => text.replaceAll('\u2060', '').replaceAll(/\s+/g, ' ')
const text = () => plain(document.body.textContent)
const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => plain(cell.textContent).trim()).join(' | '),
  )

test('shares are of a hundred and add up to it, and of few visitors they are the visitors', () => {
  expect(outOf(counts(162, 24, 14))).toEqual({ of: 100, inside: 81, early: 12, late: 7 })
  expect(outOf(counts(10, 10, 10))).toEqual({ of: 100, inside: 34, early: 33, late: 33 })
  expect(outOf(counts(7, 7, 7))).toMatchObject({ of: 100 })
  expect(outOf(counts(19, 0, 0))).toEqual({ of: 19, inside: 19, early: 0, late: 0 })
  expect(outOf(counts(0, 0, 1000))).toEqual({ of: 100, inside: 0, early: 0, late: 100 })
})

test('the counts are said as a sentence, in each form of the number', () => {
  const [lt, en] = [keptTexts('lt'), keptTexts('en')]
  const said = (...args: Parameters<typeof counts>) =>
    plain(sentenceOf(lt, counts(...args), 'kept.sentence.none'))
  expect(said(162, 24, 14)).toBe('Iš 100 pažadų įvykdyta 81, anksčiau pakviesta 12, vėliau – 7')
  expect(said(1, 0, 0)).toBe('Iš 1 pažado įvykdyta 1, anksčiau pakviesta 0, vėliau – 0')
  expect(said(0, 0, 0)).toBe('Dar nieko nepakviesta')
  expect(plain(sentenceOf(en, counts(162, 24, 14), 'kept.sentence.none'))).toBe(
    'Of 100 promises: 81 kept, 12 called earlier, 7 later',
  )
})

test('days are written as a range, and minutes as whole ones', () => {
  const days = { from: '2025-11-17', on: '2025-11-24' }
  expect(plain(daysOf(days, 'lt'))).toBe('2025 m. lapkričio 17 d. – lapkričio 24 d.')
  expect(plain(daysOf(days, 'en'))).toBe('17 November – 24 November 2025')
  expect([0, 0.4, 1.5, 4.2].map(minutesOff)).toEqual([1, 1, 2, 4])
})

test('anybody who is signed in reads of all and of each service, the worst first', async () => {
  server.answers('GET /api/promises', [200, keptFactsWith()])
  await open()
  expect(text()).toContain('Iš 100 pažadų įvykdyta 81, anksčiau pakviesta 12, vėliau – 7.')
  expect(text()).toContain('Iš 100 pažadų įvykdyta 50, anksčiau pakviesta 25, vėliau – 25.')
  expect(text()).toContain('1 234 lankytojams, iš jų pakviesta 200.')
  expect(rows()[0]).toContain(
    'Paslauga, kurios nebėra | Iš 7 pažadų įvykdyta 3, anksčiau pakviesta 1, vėliau – 3',
  )
  expect(rows()[1]).toContain('Kasa')
  expect(text()).toContain('Ką tai reiškia')
  expect(document.querySelector('nav a[href="/counter/promises"]')?.textContent).toBe('Pažadai')
})

test('today can be looked at alone, and in English', async () => {
  server.answers('GET /api/promises', [200, keptFactsWith()])
  await open()
  const today = [...document.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === 'Tik šiandien',
  )!
  today.click()
  document.querySelector<HTMLButtonElement>('button[lang=en]')!.click()
  flushSync()
  expect(rows()).toHaveLength(1)
  expect(text()).toContain('Of 3 promises: 2 kept, 0 called earlier, 1 later.')
})

test('a hall without promises says when they come', async () => {
  server.answers('GET /api/promises', [200, keptFactsWith({ week: nothingKept, today: nothingKept })])
  await open()
  expect(text()).toContain('Pažadų dar nėra')
  expect(text()).toContain('atidarytas bent vienas langelis')
})

test('so does one that is not set up', async () => {
  server.answers('GET /api/promises', [409, { code: 'hall/not-configured' }])
  await open()
  expect(text()).toContain('Pažadų dar nėra')
})

test('a day without promises is not a hall without them', async () => {
  server.answers('GET /api/promises', [200, keptFactsWith({ today: nothingKept })])
  await open()
  const today = [...document.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === 'Tik šiandien',
  )!
  today.click()
  flushSync()
  expect(text()).toContain('Šiandien pažadų dar nėra')
})

test('of many services the worst are shown, and all when they are asked for', async () => {
  const services = Array.from({ length: 45 }, (_, n) => ({
    id: `s${n}`,
    name: { lt: `Paslauga ${n}` },
    ...sums(counts(n, 0, 5)),
  }))
  const { week } = keptFactsWith()
  server.answers('GET /api/promises', [200, keptFactsWith({ week: { ...week, services } })])
  await open()
  expect(rows()).toHaveLength(20)
  buttonNamed('Rodyti visas paslaugas (45)').click()
  await settled()
  expect(rows()).toHaveLength(45)
})

test('while it loads it says so, and without a line that there is none', async () => {
  server.answers('GET /api/promises', [0])
  screen = mount(PromisesPage, { target: document.body })
  flushSync()
  expect(document.querySelector('main')).not.toBeNull()
  await settled()
  expect(text()).toContain('Ryšio nėra')
})

test('what it knows stays when the line goes, and says how old it is', async () => {
  server.answers('GET /api/promises', [200, keptFactsWith()], [0])
  await open()
  window.dispatchEvent(new Event('online'))
  await settled()
  expect(text()).toContain('Ryšys nutrūko')
  expect(rows()).toHaveLength(2)
})

test('says when the server failed, and shows it when it is well again', async () => {
  server.answers('GET /api/promises', [500, { code: 'server/internal' }], [200, keptFactsWith()])
  await open()
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Nepavyko suskaičiuoti pažadų')
  window.dispatchEvent(new Event('online'))
  await settled()
  expect(document.querySelector('[role=alert]')).toBeNull()
  expect(rows()).toHaveLength(2)
})

test('whoever is not signed in signs in first', async () => {
  server.answers('GET /api/me', [401, { code: 'credential/missing' }])
  await open()
  expect(server.asked.map(({ path }) => path)).not.toContain('/api/promises')
})
