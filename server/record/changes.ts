import type { Change, Facts, FactValue } from '#shared/protocol/record.ts'
import type { HallConfig, Text } from '#shared/queue/config.ts'
import type { HallEvent } from '#shared/queue/event.ts'
import { deskOf, type Ticket } from '#shared/queue/ticket.ts'

/** What is different between two sets of facts; what was nothing and is nothing is no difference. */
export function changesBetween(before: Facts | null, after: Facts | null): Change[] {
  const facts = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return facts
    .map((fact) => ({ fact, before: before?.[fact] ?? null, after: after?.[fact] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

/** Of a ticket what somebody can change; nothing about its visitor. */
export function ticketFacts(ticket: Ticket): Facts {
  const { state, service, class: ofClass, bound } = ticket
  const { counter, clerk } = deskOf(ticket)
  return {
    state,
    service,
    class: ofClass,
    counter,
    clerk,
    paused: ticket.state === 'serving' && ticket.paused ? true : null,
    forCounter: bound && 'counter' in bound ? bound.counter : null,
    forClerk: bound && 'clerk' in bound ? bound.clerk : null,
  }
}

/** What an event says of its ticket that the ticket itself does not keep, or not for long. */
export function toldBy(event: HallEvent): Facts {
  switch (event.type) {
    case 'ticket:called':
      return event.reason.rule === 'by-hand' ? { byHand: true } : {}
    case 'ticket:changed':
      return { told: event.told ?? null }
    case 'ticket:missed':
      return { until: event.until }
    case 'ticket:parked':
      return { keptFor: event.keptFor, until: event.until }
    case 'ticket:reported':
    case 'ticket:returned':
    case 'ticket:restored':
      return { place: event.place }
    case 'ticket:finished':
      return { result: event.result, quantity: event.quantity }
    default:
      return {}
  }
}

/** Longer ones are cut, and so are longer lists: whoever needs all has the files that were imported. */
const longestValue = 80
const mostParts = 12

/** What is different in a hall's settings, a change each of their parts. */
export function configChanges(before: HallConfig, after: HallConfig): Change[] {
  return Object.keys({ ...before, ...after }).flatMap((part) => {
    const [was, is] = [before[part as keyof HallConfig], after[part as keyof HallConfig]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const [listWas, listIs] = isListed(was ?? is)
      ? [itemsOf(was), itemsOf(is)]
      : [leavesOf(was), leavesOf(is)]
    return { fact: part, before: differing(listWas, listIs), after: differing(listIs, listWas) }
  })
}

type Parts = ReadonlyMap<string, { readonly words: string; readonly value: string }>

/** What stands in one and does not stand so in the other. */
function differing(parts: Parts, others: Parts): FactValue {
  const found = [...parts].filter(([key, { value }]) => others.get(key)?.value !== value)
  if (found.length === 0) return null
  const words = found.map(([, part]) => part.words)
  return words.length > mostParts ? [...words.slice(0, mostParts), '…'] : words
}

interface Item {
  readonly id: string
  readonly name?: Text
  readonly label?: string
}

function isListed(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)
}

/** Services, counters and the like: by their names. */
function itemsOf(value: unknown): Parts {
  const items = (value ?? []) as readonly Item[]
  return new Map(
    items.map((item) => [
      item.id,
      { words: item.label ?? item.name?.lt ?? item.id, value: JSON.stringify(item) },
    ]),
  )
}

/** Everything else: each value by its path, as the hall's file has it. */
function leavesOf(value: unknown, path = ''): Parts {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return new Map(
      Object.entries(value).flatMap(([step, part]) => [
        ...leavesOf(part, path === '' ? step : `${path}.${step}`),
      ]),
    )
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  const cut = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
  return new Map([[path, { words: path === '' ? cut : `${path}: ${cut}`, value: text }]])
}
