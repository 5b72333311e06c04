import { flushSync } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'

import { ruleTexts } from '#shared/messages/rule.ts'

import { stagedBoard } from './staged-board.ts'

/** 10:31:00 in Vilnius. */
const now = Date.UTC(2025, 10, 24, 8, 31)
const t = ruleTexts('lt')

const board = stagedBoard(now)
const { show, at } = board

afterEach(() => turn(1024, 768))

function turn(width: number, height: number) {
  Object.assign(window, { innerWidth: width, innerHeight: height })
  window.dispatchEvent(new Event('resize'))
  flushSync()
}

/** A column in which a list of this many rows has no room beside the rule. */
function crowd(rows: number) {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(100)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
    const isBeside = this.matches('ul') && shown('.rule')
    return isBeside ? 100 * rows : 100
  })
}

const shown = (selector: string) => document.querySelector(`${selector}:not(.away)`) !== null
const seen = () => ({ queues: shown('aside ul'), rule: shown('.rule') })
const words = (language: string) =>
  [...document.querySelectorAll(`.rule span[lang=${language}]`)].map((one) => one.textContent)

test('the rule is said in Lithuanian and under it in the hall’s other language', async () => {
  await show()
  const sentences = [t('rule.share'), t('rule.bound', { count: 12 }), t('rule.law')]
  expect(words('lt')).toEqual([t('rule.title'), sentences.join(' ')])
  expect(words('en')[1]).toContain('nobody is overtaken more than 12 times')
})

test.each([
  ['share', null, [t('rule.share'), t('rule.law')]],
  ['first-come', 12, [t('rule.first-come'), t('rule.law')]],
  ['strict', 5, [t('rule.strict'), t('rule.bound', { count: 5 }), t('rule.law')]],
  ['ratio', null, [t('rule.ratio'), t('rule.law')]],
] as const)('the rule %s with the bound %s is said as it is', async (rule, mostOvertaken, sentences) => {
  await show({ order: { rule, mostOvertaken } })
  expect(words('lt')[1]).toBe(sentences.join(' '))
})

test('where there is room the rule stands beside the queues all the time', async () => {
  await show()
  for (const second of [0, 30, 50]) {
    at(second)
    expect(seen(), `${second} s`).toEqual({ queues: true, rule: true })
  }
})

test('where there is none it takes the place of the queues for the last quarter of each minute', async () => {
  crowd(3)
  await show()
  const turns = [0, 44, 45, 59, 60].map((second) => {
    at(second)
    return seen()
  })
  const [queues, rule] = [
    { queues: true, rule: false },
    { queues: false, rule: true },
  ]
  expect(turns).toEqual([queues, queues, rule, rule, queues])
})

test('in a strip under the calls it never stands beside them, so that the calls keep their size', async () => {
  await show()
  turn(1080, 1920)
  expect(seen()).toEqual({ queues: true, rule: false })
  at(50)
  expect(seen()).toEqual({ queues: false, rule: true })
  at(0)
  await show({ waiting: [], waitingInAll: 0 })
  expect(seen().rule).toBe(true)
})

test('a rule that is too long for the column is left out rather than cut off', async () => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(100)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => (shown('.rule') ? 200 : 100))
  await show()
  at(50)
  expect(seen()).toEqual({ queues: true, rule: false })
})

test('until the rule has come the queues keep their place', async () => {
  crowd(3)
  const shown = show()
  at(50)
  expect(seen()).toEqual({ queues: true, rule: false })
  await shown
  expect(seen()).toEqual({ queues: false, rule: true })
})

test('a closed hall in which nobody waits says no rule', async () => {
  await show({ waiting: [], waitingInAll: 0 }, { open: false })
  expect(seen().rule).toBe(false)
  await show({}, { open: false })
  expect(seen().rule).toBe(true)
})
