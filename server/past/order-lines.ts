import type { CallReason } from '#shared/queue/call-reason.ts'
import { overtakers } from '#shared/queue/ticket.ts'

import {
  classWords,
  clockTime,
  overtakerWords,
  percent,
  plain,
  reasonInWords,
  reasonNames,
  times,
} from './hall-words.ts'
import type { Difference, OrderReport } from './order-report.ts'
import type { Overtakes, Unjustified } from './overtakes.ts'
import { textTable } from './text-table.ts'
import type { QueueWaits, Waits } from './waits.ts'

const rules = Object.keys(reasonNames) as CallReason['rule'][]

/** The report for the terminal. */
export function orderLines(report: OrderReport): string[] {
  const { day, timeZone, isOver, calls, waits, overtakes, outOfTurn, again } = report
  const { all, unjustified } = overtakes
  const reasons = rules.flatMap((rule) => {
    const count = calls.byReason[rule]
    return count === undefined ? [] : [[`  ${reasonNames[rule]}`, String(count)]]
  })
  const older = again.older === 0 ? '' : `, ${again.older} from before halls had an order`
  const facts = [
    ['worst class', worstInWords(waits)],
    ['most overtaken', mostInWords(overtakes)],
    ['overtakes', overtakers.map((by) => `${all[by]} ${overtakerWords[by]}`).join(', ')],
    ['unjustified', numberOrNone(unjustified.count)],
    ...unjustified.first.map((one) => ['', unjustifiedInWords(one, timeZone)]),
    ['out of turn', `${outOfTurn.calls} of ${calls.all} calls, ${percent(outOfTurn.share)}`],
    ['', `passed over: ${outOfTurn.passedOver}, at the cost of about ${minutes(outOfTurn.costMs)} together`],
    ['chosen again', `${again.same} the same, not the same: ${numberOrNone(again.differs.length)}${older}`],
    ...again.differs.map((one) => ['', differenceInWords(one, timeZone)]),
  ]
  const head = ['service', 'class', 'called', 'mean', 'p90', 'in time', 'over twice']
  return [
    `The order on ${day}${isOver ? '' : ', so far'}`,
    '',
    ...textTable([['calls', String(calls.all)], ...reasons, ['taken back', String(calls.takenBack)]], 1),
    '',
    ...textTable([head, ...waits.byQueue.map(queueRow)], 2),
    '',
    ...textTable(facts, 2),
  ].map(plain)
}

function queueRow({ service, class: ofClass, called, ...waits }: QueueWaits): string[] {
  const { meanMs, p90Ms, withinTarget, overTwice } = waits
  const shares = [percent(withinTarget), percent(overTwice)]
  return [service, classWords[ofClass], String(called), minutes(meanMs), minutes(p90Ms), ...shares]
}

function worstInWords({ worst }: Waits): string {
  return worst ? `${classWords[worst.class]}, ${percent(worst.withinTarget)} in time` : 'none was called'
}

function mostInWords({ most }: Overtakes): string {
  if (!most) return 'nobody, by the rule'
  const allowed = most.allowed === null ? 'without a bound' : `at most ${most.allowed}`
  return `${most.label}, ${times(most.times)} by the rule, ${allowed}`
}

function unjustifiedInWords({ at, counter, called, passedOver, service }: Unjustified, timeZone: string) {
  return `${clockTime(at, timeZone)}  counter ${counter} called ${called} before ${passedOver}, both for ${service}`
}

function differenceInWords({ at, counter, called, reason, again }: Difference, timeZone: string): string {
  const now = again ? `${again.called}: ${reasonInWords(again.reason, timeZone)}` : 'nobody'
  const then = `${called}: ${reasonInWords(reason, timeZone)}`
  return `${clockTime(at, timeZone)}  counter ${counter} called ${then}; again ${now}`
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`
}

function numberOrNone(count: number): string {
  return count === 0 ? 'none' : String(count)
}
