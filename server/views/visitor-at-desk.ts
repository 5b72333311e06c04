import type { DeskView } from '#shared/protocol/views.ts'
import type { HallConfig, Language, Text } from '#shared/queue/config.ts'
import type { Shift } from '#shared/queue/hall.ts'
import { firstCallOf, type TicketAtCounter } from '#shared/queue/ticket.ts'

type Visitor = NonNullable<DeskView['visitor']>

const ofStaff: readonly Language[] = ['lt', 'en']

/** Where a visitor at a counter stands with its recalls, its wait, and what it was promised. */
export function visitorFacts(ticket: TicketAtCounter, config: HallConfig) {
  const { state, servedMs, reason, since, calledAt } = ticket
  const facts = {
    state,
    servedMs,
    reason,
    waitedMs: calledAt === null || calledAt < since ? null : calledAt - since,
    promised: settledPromise(ticket),
  }
  if (ticket.state === 'serving')
    return { ...facts, paused: ticket.paused, at: ticket.partAt, recallsLeft: 0, recallAt: null }
  const { recalls, recallSeconds } = config.rules
  return {
    ...facts,
    paused: false,
    at: ticket.lastCallAt,
    recallsLeft: recalls - ticket.recalls,
    recallAt: ticket.lastCallAt + recallSeconds * 1000,
  }
}

/** Until when it was promised to be called at first, and whether it was. */
function settledPromise(ticket: TicketAtCounter): Visitor['promised'] {
  const called = firstCallOf(ticket)
  if (ticket.promised === null || called === null) return null
  const until = ticket.issuedAt + ticket.promised.high * 60_000
  return { until, kept: called <= until }
}

/** Whether a language is the hall's own, or one of the profile that is in use at the counter. */
export function isSpoken(config: HallConfig, shift: Shift, language: Language): boolean {
  const profile = config.profiles.find(({ id }) => id === profileOf(config, shift))
  return language === config.languages[0] || (profile?.languages.includes(language) ?? false)
}

export function profileOf(config: HallConfig, { counter, profile }: Shift): string {
  return profile ?? config.counters.find(({ id }) => id === counter)?.profile ?? ''
}

/** What its visitor should have brought, and the price; null if nobody has said either. */
export function informationFor(
  { services }: HallConfig,
  { service }: TicketAtCounter,
  language: Language,
): DeskView['information'] {
  const { bring = {}, price = {} } = services.find(({ id }) => id === service)?.information ?? {}
  const read = [...new Set([...ofStaff, language])]
  const information = { bring: onlyIn(read, bring), price: onlyIn(read, price) }
  return Object.values(information).some((text) => Object.keys(text).length > 0) ? information : null
}

function onlyIn(languages: readonly Language[], text: Text): Text {
  return Object.fromEntries(languages.flatMap((one) => (text[one] ? [[one, text[one]]] : [])))
}
