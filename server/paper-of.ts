import { inLanguage } from '#shared/messages/in-language.ts'
import { loadLanguages } from '#shared/messages/catalogue.ts'
import '#shared/messages/paper.ts'
import { waitText } from '#shared/messages/promise.ts'
import { languageOrder, texts } from '#shared/messages/text.ts'
import { clockTime } from '#shared/messages/time.ts'
import { aheadOf } from '#shared/queue/ahead.ts'
import type { HallConfig, Language } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'
import type { LivingTicket } from '#shared/queue/ticket.ts'

import type { Paper, PaperSection } from './printing/paper.ts'

// A ticket is printed in whichever language its visitor chose.
await loadLanguages(languageOrder)

export interface PaperFacts {
  readonly hall: Hall
  readonly config: HallConfig
  readonly ticket: LivingTicket
  /** What the visitor chose. */
  readonly language: Language
  /** Where the visitor follows the ticket. */
  readonly url: string
  readonly isCopy: boolean
}

/** What stands on a ticket: Lithuanian first and whole, then the visitor's own language if it is another. */
export function paperOf({ hall, config, ticket, language, url, isCopy }: PaperFacts): Paper {
  const languages: readonly Language[] = language === 'lt' ? ['lt'] : ['lt', language]
  const lt = texts('lt')
  return {
    hall: inLanguage(config.name, 'lt'),
    label: ticket.label,
    sections: languages.map((one) => sectionOf(hall, config, ticket, one)),
    issuedAt: `${hall.day?.date ?? ''} ${clockTime(ticket.issuedAt, 'lt', config.timeZone)}`.trim(),
    qr: url,
    qrCaption: languages.map((one) => texts(one)('paper.scan')),
    footer: languages.flatMap((one) => [inLanguage(config.texts.paper, one)].filter((text) => text !== '')),
    copy: isCopy ? lt('paper.copy').toUpperCase() : null,
  }
}

function sectionOf(hall: Hall, config: HallConfig, ticket: LivingTicket, language: Language): PaperSection {
  const t = texts(language)
  const service = config.services.find(({ id }) => id === ticket.service)
  const ahead = ticket.state === 'waiting' ? [t('paper.ahead', { count: aheadOf(hall, ticket) })] : []
  const { promised, leg } = ticket
  const wait = promised !== null && leg === 1 ? [waitText(t, promised)] : []
  return { language, service: service ? inLanguage(service.name, language) : '', lines: [...ahead, ...wait] }
}
