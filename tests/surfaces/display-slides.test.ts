import { expect, test, vi } from 'vitest'

import { standardTexts } from '#shared/messages/standard.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { stagedBoard } from './staged-board.ts'

const now = Date.UTC(2025, 10, 24, 8, 30)
const t = standardTexts('lt')
const notice: DisplayView['notices'][number] = {
  id: 'n1',
  title: { lt: 'Rytoj nedirbame', en: 'Closed tomorrow' },
  body: { lt: 'Kitas priėmimas – pirmadienį.' },
  picture: { hash: 'abc', alt: 'Kalendorius' },
}

const board = stagedBoard(now)
const { show, at } = board

const slide = () => document.querySelector('.slide')?.textContent.replaceAll(/\s+/g, ' ').trim() ?? null
const isListSeen = () => document.querySelector('.usual:not(.covered) ul') !== null

/** The first second of a round in which a slide says this. */
function turnOf(words: string): number {
  const second = Array.from({ length: 600 }, (_, second) => second).find((second) => {
    at(second)
    return slide()?.includes(words)
  })
  if (second === undefined) throw new Error(`No slide says "${words}".`)
  return second
}

test('the standard has its turn in the place of the list, in both languages, from the hall’s settings', async () => {
  await show()
  expect([slide(), isListSeen()]).toEqual([null, true])
  at(45)
  expect(isListSeen()).toBe(false)
  expect(slide()).toContain(t('standard.title'))
  expect(slide()).toContain(t('standard.target', { minutes: 15 }))
  expect(slide()).toContain(t('standard.report', { minutes: 15 }))
  expect(slide()).toContain(standardTexts('en')('standard.recalls', { count: 2 }))
  at(60)
  expect([slide(), isListSeen()]).toEqual([null, true])
})

test('services with other targets are named with theirs, and a hall that calls once promises no other call', async () => {
  const targets = [
    { service: 'permits', minutes: 30 },
    { service: 'cashier', minutes: 10 },
  ]
  const waiting = [
    { service: 'cashier', name: { lt: 'Kasa' }, waiting: 3, paused: null, promised: null },
    { service: 'permits', name: { lt: 'Leidimai' }, waiting: 0, paused: null, promised: null },
  ]
  await show({ waiting, standard: { targets, recalls: 0, reportMinutes: 15 } })
  at(45)
  const words = slide()!
  const [cashier, permits] = [
    t('standard.targetFor', { minutes: 10, services: 'Kasa' }),
    t('standard.targetFor', { minutes: 30, services: 'Leidimai' }),
  ]
  expect(words.indexOf(cashier)).toBeGreaterThan(0)
  expect(words.indexOf(permits)).toBeGreaterThan(words.indexOf(cashier))
  expect(words).not.toContain('pakartosime')
})

test('a notice has its turn with its picture, which says in Lithuanian what it shows', async () => {
  await show({ notices: [notice] })
  turnOf('Rytoj nedirbame')
  expect(slide()).toBe('Rytoj nedirbame Kitas priėmimas – pirmadienį.Closed tomorrow')
  const picture = document.querySelector<HTMLImageElement>('.slide img')!
  expect([picture.getAttribute('src'), picture.alt, picture.lang]).toEqual([
    '/api/notices/n1/picture/abc',
    'Kalendorius',
    'lt',
  ])
})

test('a notice that is over leaves its place at once', async () => {
  await show({ notices: [notice] })
  const second = turnOf('Rytoj nedirbame')
  await show({ notices: [] })
  at(second)
  expect(slide() ?? '').not.toContain('Rytoj nedirbame')
})

test('a closed hall in which nobody waits shows its notices and nothing else', async () => {
  const closed = { waiting: [], waitingInAll: 0 }
  await show(closed, { open: false })
  for (const second of [0, 50, 110]) {
    at(second)
    expect(slide()).toBeNull()
  }
  await show({ ...closed, notices: [notice] }, { open: false })
  for (const second of [0, 50, 110]) {
    at(second)
    expect(slide()).toContain('Rytoj nedirbame')
  }
})

test('what is too long is made smaller, then goes without its picture, and at last in Lithuanian alone', async () => {
  const steps: string[] = []
  let room = 4
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(100)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
    if (!this.matches('.slide')) return 100
    const has = (selector: string) => (this.querySelector(selector) ? '1' : '0')
    steps.push(`${[...this.classList].find((one) => one.startsWith('tight'))} ${has('img')}${has('.other')}`)
    return room-- > 0 ? 200 : 100
  })
  await show({ notices: [notice] }, { open: false })
  turnOf('Rytoj nedirbame')
  expect(steps.slice(-5)).toEqual(['tight-0 11', 'tight-1 11', 'tight-2 11', 'tight-2 01', 'tight-2 00'])
  room = 0
})

test('a notice that was made smaller stays so, whatever else the next view says', async () => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(100)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
    return this.matches('.slide') && this.querySelector('img') ? 200 : 100
  })
  await show({ notices: [notice] })
  turnOf('Rytoj nedirbame')
  const pictures: Node[] = []
  const watch = new MutationObserver((changes) =>
    pictures.push(
      ...changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((one) => one.nodeName === 'IMG'),
    ),
  )
  watch.observe(document.querySelector('.slide')!, { childList: true, subtree: true })
  await show({ notices: [{ ...notice }], waitingInAll: 4 })
  watch.disconnect()
  expect(slide()).toContain('Rytoj nedirbame')
  expect(pictures).toEqual([])
})

test('the calls keep their place, whatever has its turn beside them', async () => {
  await show({
    notices: [notice],
    calls: [{ label: 'A017', counter: '4', zone: {}, direction: 'left', at: now, state: 'called' }],
  })
  const before = document.querySelector('.calls')!.innerHTML
  turnOf('Rytoj nedirbame')
  expect(document.querySelector('.calls')!.innerHTML).toBe(before)
  expect(document.querySelector('.calls .slide')).toBeNull()
})
