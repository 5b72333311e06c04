import { expect, test } from 'vitest'

import { slideAt, slidesOf } from '#display/hall/slides.ts'

const notice = (id: string, body = '', title = 'Skelbimas') => ({
  id,
  title: { lt: title },
  body: { lt: body },
  picture: null,
})

/** What stands in each second of some minutes, from the beginning of a round. */
function seconds(slides: ReturnType<typeof slidesOf>, hasList: boolean, count: number) {
  return Array.from({ length: count }, (_, second) => slideAt(second * 1_000, slides, hasList))
}

test('without notices the list stands three quarters of each minute, and the standard and the rule by turns', () => {
  const seen = seconds(slidesOf({ notices: [] }), true, 120)
  const turns = [0, 44, 45, 59, 60, 104, 105, 119].map((second) => seen[second])
  expect(turns).toEqual([null, null, 'standard', 'standard', null, null, 'rule', 'rule'])
})

test('each notice has its turn, in their order, and the list stands before each and longest of all', () => {
  const slides = slidesOf({ notices: [notice('n1'), notice('n2', 'x'.repeat(200))] })
  const round = slides.reduce((sum, { ms }) => sum + 30_000 + ms, 0) / 1_000
  const seen = seconds(slides, true, round)
  const changes = seen.filter((one, second) => one !== seen[second - 1] || second === 0)
  expect(changes).toEqual([null, 'standard', null, 'rule', null, 'n1', null, 'n2'])
  const count = (key: string | null) => seen.filter((one) => one === key).length
  for (const { key } of slides) expect(count(null)).toBeGreaterThan(count(key))
  expect(count(null) / round).toBeGreaterThan(0.5)
})

test('a round of as many long notices as there may be is over within a quarter of an hour', () => {
  const notices = Array.from({ length: 10 }, (_, n) => notice(`n${n}`, 'x'.repeat(200), 'x'.repeat(60)))
  const slides = slidesOf({ notices })
  expect(slides.reduce((sum, { ms }) => sum + 30_000 + ms, 0)).toBeLessThanOrEqual(15 * 60_000)
})

test('a longer text stands longer, whichever language it is in, within limits', () => {
  const times = [
    notice('short'),
    notice('long', 'x'.repeat(180)),
    {
      ...notice('other'),
      title: { lt: 'Skelbimas', uk: 'Новиночка' },
      body: { lt: 'x', uk: 'x'.repeat(180) },
    },
    notice('longest', 'x'.repeat(200), 'x'.repeat(60)),
  ].map((one) => slidesOf({ notices: [one] }).at(-1)!.ms)
  expect(times[0]).toBe(15_000)
  expect(times[1]).toBeGreaterThan(17_000)
  expect(times[2]).toBe(times[1])
  expect(times[3]).toBe(23_000)
})

test('where nobody waits the slides follow each other without a list', () => {
  const seen = seconds(slidesOf({ notices: [notice('n1')] }), false, 90)
  expect(new Set(seen)).toEqual(new Set(['standard', 'rule', 'n1']))
  expect([seen[0], seen[15], seen[30], seen[45]]).toEqual(['standard', 'rule', 'n1', 'standard'])
})

test('nothing changes more often than every fifteen seconds, so that nothing flickers', () => {
  for (const hasList of [true, false]) {
    const seen = seconds(slidesOf({ notices: [notice('n1'), notice('n2')] }), hasList, 600)
    let since = 0
    for (let second = 1; second < seen.length; second += 1) {
      if (seen[second] === seen[second - 1]) continue
      expect(second - since).toBeGreaterThanOrEqual(15)
      since = second
    }
  }
})

test('without anything to show it is always the list’s turn', () => {
  expect(slideAt(50_000, [], true)).toBeNull()
})
