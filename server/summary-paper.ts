import { loadLanguages } from '#shared/messages/catalogue.ts'
import { inLanguage } from '#shared/messages/in-language.ts'
import { summaryLines } from '#shared/messages/summary.ts'
import { languageOrder, texts } from '#shared/messages/text.ts'
import { clockTime } from '#shared/messages/time.ts'
import type { HallConfig, Language } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'
import type { Summary } from '#shared/queue/summary.ts'
import type { Ticket } from '#shared/queue/ticket.ts'

import type { Paper, PaperSection } from './printing/paper.ts'

await loadLanguages(languageOrder)

export interface SummaryFacts {
  readonly hall: Hall
  readonly config: HallConfig
  readonly ticket: Ticket
  readonly summary: Summary
  /** What the visitor chose. */
  readonly language: Language
  readonly now: number
}

/**
 * What a visitor takes home: Lithuanian first and whole, then the visitor's own language, and last what the clerk wrote,
 * in the words it was written in. It bears no large number, so that nobody waits with it.
 */
export function summaryPaperOf({ hall, config, ticket, summary, language, now }: SummaryFacts): Paper {
  const languages: readonly Language[] = language === 'lt' ? ['lt'] : ['lt', language]
  const words = summary.words.split('\n')
  const heading = languages.map((one) => texts(one)('summary.words')).join(' / ')
  const written: readonly PaperSection[] = summary.words.trim()
    ? [{ language: 'lt', service: heading, lines: words }]
    : []
  return {
    hall: inLanguage(config.name, 'lt'),
    label: '',
    sections: [...languages.map((one) => sectionOf(config, ticket, summary, one)), ...written],
    issuedAt: `${hall.day?.date ?? ''} ${clockTime(now, 'lt', config.timeZone)}`.trim(),
    qr: '',
    qrCaption: [],
    footer: [],
    copy: null,
  }
}

function sectionOf(
  { services }: HallConfig,
  { service, label }: Ticket,
  summary: Summary,
  language: Language,
): PaperSection {
  const name = services.find(({ id }) => id === service)?.name ?? {}
  return {
    language,
    service: texts(language)('summary.title', { number: label }),
    lines: [inLanguage(name, language), ...summaryLines(summary, language)],
  }
}
