import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { paperOf } from '#server/paper-of.ts'
import { layOut } from '#server/printing/layout.ts'
import type { Paper } from '#server/printing/paper.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import { languageOrder } from '#shared/messages/text.ts'
import type { Language } from '#shared/queue/config.ts'
import type { Promised } from '#shared/queue/promise.ts'
import { isLiving } from '#shared/queue/ticket.ts'
import { dayAt } from '#tests/rules/day.ts'

import { paperIn } from './papers.ts'

const others = languageOrder.filter((language) => language !== 'lt')
const config = hallConfig.parse(exampleHall)

/** The paper of a visitor before whom three others wait. */
function paperFor(language: Language, promised: Promised | null = null): Paper {
  const day = dayAt('2026-03-02T09:00', config)
  const service = config.services[0]!.id
  const ids = Array.from({ length: 4 }, () => day.issue(service))
  const ticket = day.ticket(ids.at(-1)!)
  if (!isLiving(ticket)) throw new Error('The ticket has ended.')
  const facts = { hall: day.hall, config, language, url: 'https://eile.test/t/1', isCopy: false }
  return paperOf({ ...facts, ticket: { ...ticket, promised } })
}

const numbers = (lines: readonly string[]) => lines.map((line) => line.match(/\d+/g) ?? [])

test.each(others)('a paper in %s says all in Lithuanian first, and no more after it', (language) => {
  const { sections, qrCaption, footer } = paperFor(language)
  expect(sections.map((section) => section.language)).toEqual(['lt', language])
  const [lt, other] = sections as [Paper['sections'][0], Paper['sections'][0]]
  expect(lt.lines.length).toBeGreaterThan(0)
  expect(numbers(other.lines)).toEqual(numbers(lt.lines))
  expect(other.service).not.toBe(lt.service)
  expect(qrCaption).toHaveLength(2)
  const lithuanian = paperFor('lt')
  expect(qrCaption[0]).toBe(lithuanian.qrCaption[0])
  expect(footer.slice(0, lithuanian.footer.length)).toEqual(lithuanian.footer)
  expect(footer).toHaveLength(2 * lithuanian.footer.length)
})

const waits: Readonly<Record<Language, string>> = {
  lt: 'Laukti reikės apie 10–20 min.',
  en: 'Expected wait: about 10–20 min',
  ru: 'Ожидание: около 10–20 мин',
  pl: 'Czas oczekiwania: około 10–20 min',
  uk: 'Очікування: близько 10–20 хв',
}

test.each(languageOrder)('in %s the promise stands under how many were ahead', (language) => {
  const { sections } = paperFor(language, { low: 10, high: 20 })
  expect(sections.map(({ lines }) => plain(lines[1]!))).toEqual([...new Set([waits.lt, waits[language]])])
  expect(sections.every(({ lines }) => lines.length === 2)).toBe(true)
})

/** Without what keeps numbers and their units on one line. */
function plain(words: string): string {
  return words.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')
}

test('a paper without a promise says no minutes', () => {
  expect(paperFor('en').sections.map(({ lines }) => lines.length)).toEqual([1, 1])
})

test('a Lithuanian paper is in Lithuanian alone', () => {
  expect(paperFor('lt').sections.map(({ language }) => language)).toEqual(['lt'])
})

test.each(others)('on paper nothing in %s is larger than its Lithuanian, nor above it', (language) => {
  const paper = paperIn(language)
  // Any letter as wide as its type is high: the places differ from a real measure, the order and the sizes do not.
  const measure = (text: string, _cut: string, size: number) => ({
    left: 0,
    right: text.length * size * 0.5,
    ascent: size,
    descent: 0,
  })
  const marks = layOut(paper, 576, measure).marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
  const [lt, other] = paper.sections as [Paper['sections'][0], Paper['sections'][0]]
  const marksOf = (words: string) => marks.filter(({ text }) => words.includes(text))
  for (const [own, foreign] of [
    [lt.service, other.service],
    ...lt.lines.map((line, index) => [line, other.lines[index]!] as const),
    paper.qrCaption as [string, string],
  ] as const) {
    const [first, second] = [marksOf(own), marksOf(foreign)]
    expect(first.length).toBeGreaterThan(0)
    expect(Math.max(...second.map(({ size }) => size))).toBeLessThanOrEqual(
      Math.min(...first.map(({ size }) => size)),
    )
    expect(Math.min(...second.map(({ baseline }) => baseline))).toBeGreaterThan(
      Math.max(...first.map(({ baseline }) => baseline)),
    )
  }
})
