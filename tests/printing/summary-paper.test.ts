import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { summaryPaperOf } from '#server/summary-paper.ts'
import { languageOrder } from '#shared/messages/text.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { Language } from '#shared/queue/config.ts'
import type { Summary } from '#shared/queue/summary.ts'
import { isLiving } from '#shared/queue/ticket.ts'
import { dayAt } from '#tests/rules/day.ts'
import { plainSummary } from '#tests/rules/plain-summary.ts'

const config = hallConfig.parse(exampleHall)
const summary: Summary = {
  outcome: 'papers-missing',
  steps: ['bring-papers', 'pay'],
  words: 'Нужна справка\nиз школы',
  next: { date: '2026-03-09', time: '10:30', place: '12 kabinetas' },
}

function paperFor(language: Language, said = summary) {
  const day = dayAt('2026-03-02T09:00', config)
  const ticket = day.ticket(day.issue(config.services[0]!.id))
  if (!isLiving(ticket)) throw new Error('The ticket has ended.')
  return summaryPaperOf({ hall: day.hall, config, ticket, summary: said, language, now: day.now })
}

test('in Lithuanian it says the outcome, what to do, and when to come again', () => {
  expect(paperFor('lt').sections[0]).toEqual({
    language: 'lt',
    service: 'Numerio A001 atmintinė',
    lines: [
      'Informacija',
      'Trūksta dokumentų.',
      'Ką daryti toliau:',
      '• Atneškite trūkstamus dokumentus',
      '• Sumokėkite nustatytą mokestį',
      'Kitas apsilankymas:',
      'kovo 9 d., pirmadienis, 10:30',
      '12 kabinetas',
    ],
  })
})

test.each(languageOrder.filter((language) => language !== 'lt'))(
  'a paper in %s says all in Lithuanian first, and last what the clerk wrote, as it was written',
  (language) => {
    const [lt, other, written, ...more] = paperFor(language).sections
    expect(more).toEqual([])
    expect([lt!.language, other!.language]).toEqual(['lt', language])
    expect(other!.lines).toHaveLength(lt!.lines.length)
    expect(other!.lines.filter((line) => lt!.lines.includes(line))).toEqual(['12 kabinetas'])
    expect(written!.lines).toEqual(['Нужна справка', 'из школы'])
    expect(written!.service).toMatch(/^Darbuotojo pastaba \/ ./)
  },
)

test('what was not said has no line, and nothing on it could be taken for a ticket', () => {
  const paper = paperFor('lt', plainSummary)
  expect(paper.sections.map(({ lines }) => lines)).toEqual([['Informacija', 'Reikalas sutvarkytas.']])
  expect(paper).toMatchObject({ label: '', qr: '', issuedAt: '2026-03-02 09:00' })
})
