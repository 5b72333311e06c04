import type { Overtaken } from '#shared/queue/event.ts'
import { overtakers, type Overtaker } from '#shared/queue/ticket.ts'

import { classWords, clockTime, length, overtakerWords, plain, reasonInWords } from './hall-words.ts'
import { counterLabel, type Chosen, type PassedOver, type PastCall } from './past-call.ts'
import type { Moment } from './past-day.ts'
import { stepInWords } from './step-words.ts'

const margin = ' '.repeat(10)

/** What a moment meant for a ticket: a line with the time, the rest under it. None if it meant nothing. */
export function storyOf(moment: Moment, ticket: string): string[] {
  const { timeZone } = moment.hall.config!
  const [first, ...rest] = tellOf(moment, ticket, timeZone)
  if (first === undefined) return []
  return [`${clockTime(moment.event.at, timeZone)}  ${first}`, ...rest.map((line) => margin + line)].map(
    plain,
  )
}

function tellOf(moment: Moment, id: string, timeZone: string): string[] {
  const { call } = moment
  if (call?.ticket.id === id) return ownCall(call, timeZone)
  if (call) {
    const passed = call.passedOver.find(({ ticket }) => ticket.id === id)
    return passed ? passedBy(call, passed, timeZone) : []
  }
  if (moment.ticket?.id === id) return [stepInWords(moment, moment.ticket, timeZone)]
  return takenBack(moment, id)
}

function ownCall(call: PastCall, timeZone: string): string[] {
  const { at, ticket, counter, reason, passedOver } = call
  const over = overtakers.flatMap((by) => {
    const labels = passedOver.filter((one) => one.by === by).map((one) => one.ticket.label)
    return labels.length === 0 ? [] : `passed over ${overtakerWords[by]}: ${labels.join(', ')}`
  })
  return [
    `called to counter ${counter}, waited ${length(at - ticket.since)}`,
    `why: ${reasonInWords(reason, timeZone)}`,
    ...over,
    againInWords(call, timeZone),
  ]
}

function againInWords({ again, ticket, chosen }: PastCall, timeZone: string): string {
  switch (again) {
    case 'same':
      return 'chosen again: the same, for the same reason'
    case 'differs':
      return `chosen again: NOT the same, but ${chosenInWords(chosen, timeZone)}`
    case 'by-hand':
      return chosen?.ticket.id === ticket.id
        ? `the rule would have called it too: ${reasonInWords(chosen.reason, timeZone)}`
        : `the rule would have called ${chosenInWords(chosen, timeZone)}`
    case 'older':
      return 'chosen again: no, this call is from before halls had an order'
  }
}

function chosenInWords(chosen: Chosen | null, timeZone: string): string {
  return chosen ? `${chosen.ticket.label}: ${reasonInWords(chosen.reason, timeZone)}` : 'nobody'
}

function passedBy(call: PastCall, { ticket, by }: PassedOver, timeZone: string): string[] {
  const { service, class: ofClass, label } = call.ticket
  const most = by === 'rule' && call.mostOvertaken !== null ? ` of at most ${call.mostOvertaken}` : ''
  return [
    `passed over by ${label} (${service}, ${classWords[ofClass]}), called to counter ${call.counter}`,
    `why: ${reasonInWords(call.reason, timeZone)}`,
    `counted ${overtakerWords[by]}: ${ticket.overtaken[by] + 1}${most}`,
  ]
}

/** A call that passed a ticket over and was taken back. */
function takenBack({ event, hall, ticket }: Moment, id: string): string[] {
  if (event.type !== 'step:undone') return []
  const by = overtakers.find((one) => isIn(event.overtaken, one, id))
  if (!by) return []
  const left = hall.tickets.get(id)?.overtaken[by] ?? 0
  return [
    `the call of ${ticket!.label} to counter ${counterLabel(hall, event.counter)} was taken back`,
    `counted ${overtakerWords[by]}: ${left}`,
  ]
}

function isIn(overtaken: Overtaken, by: Overtaker, id: string): boolean {
  return overtaken[by]?.includes(id) ?? false
}
