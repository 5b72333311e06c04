import { newAlerts, newVoice, noInformation } from '#shared/protocol/hall-config.ts'
import { firstComeOrder } from '#shared/protocol/order-settings.ts'
import type { HallConfig, HallRules } from '#shared/queue/config.ts'
import type { HallEvent, Overtaken } from '#shared/queue/event.ts'
import { notOvertaken, type Ticket } from '#shared/queue/ticket.ts'

type Old<T> = { -readonly [K in keyof T]?: unknown }

/** An event as it would be had it happened today: what it did not know yet is as it was without it. */
export function asOfNow(event: HallEvent, schema: number): HallEvent {
  const asOfThree = schema < 3 ? fromBeforeThree(event) : event
  return withLaterSettings(schema < 4 ? fromBeforeFour(asOfThree) : asOfThree)
}

/** Whoever was served was served one thing, to the end, and no pause said how long it would last. */
function fromBeforeFour(event: HallEvent): HallEvent {
  if (event.type === 'ticket:finished') return { ...event, result: 'done', quantity: 1 }
  return event.type === 'shift:paused' || event.type === 'service:paused' ? { ...event, until: null } : event
}

/** One set of overtakes a call, no appointment's time, no languages, no promise, and halls without an order. */
function fromBeforeThree(event: HallEvent): HallEvent {
  switch (event.type) {
    case 'hall:configured':
    case 'day:opened':
      return { ...event, config: configAsOfNow(event.config) }
    case 'ticket:issued':
      return { ...event, slot: null, speakers: null, promised: null }
    case 'ticket:called':
      return { ...event, overtaken: overtakenAsOfNow(event.overtaken, event.reason.rule === 'by-hand') }
    case 'ticket:restored':
      return { ...event, from: ticketAsOfNow(event.from) }
    case 'step:undone':
      return {
        ...event,
        before: ticketAsOfNow(event.before),
        overtaken: overtakenAsOfNow(event.overtaken, false),
      }
    default:
      return event
  }
}

/** Halls had nothing to set about the voice, alerts, a translator, screens over counters and calls by themselves once. */
function withLaterSettings(event: HallEvent): HallEvent {
  if (event.type !== 'hall:configured' && event.type !== 'day:opened') return event
  const { voice = newVoice, translator = null }: Partial<HallConfig> = event.config
  const alerts = { ...newAlerts, ...event.config.alerts }
  const { autoCallSeconds = 10, showClerk = false }: Partial<HallRules> = event.config.rules
  const rules = { ...event.config.rules, autoCallSeconds, showClerk }
  return { ...event, config: { ...event.config, voice, alerts, translator, rules } }
}

/** Halls without an order went by first come, first served; before that, services had no information and halls no look. */
export function configAsOfNow(config: HallConfig): HallConfig {
  const old: Old<HallConfig> = config
  if (old.order) return config
  return {
    ...config,
    services: config.services.map((service) => ({
      ...service,
      information: service.information ?? noInformation,
    })),
    profiles: config.profiles.map((profile) => ({ ...profile, languages: [] })),
    brand: config.brand ?? { colour: null, logo: null },
    order: firstComeOrder,
    rules: { ...config.rules, recallSeconds: 20, cutOff: false, showKept: false, showClerk: false },
  }
}

/**
 * A ticket as it was stored before it had an appointment's time, a binding's, more than one count of overtakes, and at
 * a counter the reason of its call.
 */
export function ticketAsOfNow<T extends Pick<Ticket, 'overtaken'> & Partial<Pick<Ticket, 'state'>>>(
  ticket: T,
): T {
  const overtaken: unknown = ticket.overtaken
  if (typeof overtaken !== 'number') return ticket
  const counts = { ...notOvertaken, rule: overtaken }
  const reason = (ticket.state === 'called' || ticket.state === 'serving') && { reason: null }
  return {
    slot: null,
    back: null,
    boundAt: null,
    speakers: null,
    promised: null,
    ...reason,
    ...ticket,
    overtaken: counts,
  }
}

function overtakenAsOfNow(overtaken: unknown, byHand: boolean): Overtaken {
  const tickets = overtaken as readonly string[]
  if (tickets.length === 0) return {}
  return byHand ? { byHand: tickets } : { rule: tickets }
}
