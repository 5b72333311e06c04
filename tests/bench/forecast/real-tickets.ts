import { History } from '#server/forecast/history.ts'
import { learn, type LearnedModel } from '#server/forecast/learned.ts'
import { between, measured, noLessThan, noMoreThan, type Row } from '../table.ts'
import { ablation } from './ablation.ts'
import { coverage, meanError, medianWidth, worstCoverage } from './measures.ts'
import { walkOutcomes, type Outcome } from './outcomes.ts'
import { readDays, type RealDay } from './read-tickets.ts'

export interface RealTickets {
  readonly file: string
  readonly trainDays: number
  readonly ablation: boolean
}

const say = (text: string) => process.stderr.write(`${text}\n`)

/** Learns from the first days of the table, and walks through the others as they happened. */
export function realTickets({ file, trainDays, ablation: withAblation }: RealTickets): Row[] {
  const days = readDays(file)
  const dates = [...new Set(days.map(({ date }) => date))]
  if (!(trainDays >= 1 && trainDays < dates.length)) {
    throw new Error(`${file} has ${dates.length} days: --train-days is to leave some to report on`)
  }
  const first = new Set(dates.slice(0, trainDays))
  const trained = days.filter(({ date }) => first.has(date))
  const reported = days.filter(({ date }) => !first.has(date))
  say(`learning from ${trainDays} days, reporting on ${dates.length - trainDays}`)
  const from = performance.now()
  const model = learn(trained)
  if (!model) throw new Error(`${trainDays} days are too few to learn from`)
  const seconds = (performance.now() - from) / 1000
  const rows = rowsOf(outcomesOf(trained, reported, model), seconds)
  return withAblation ? [...rows, ...ablation(trained, reported)] : rows
}

function outcomesOf(
  trained: readonly RealDay[],
  reported: readonly RealDay[],
  model: LearnedModel,
): Outcome[] {
  const history = new History()
  for (const day of trained) history.add(day)
  const outcomes: Outcome[] = []
  let drift = {}
  for (const day of reported) {
    const walked = walkOutcomes(day, history.usual(day.hall), model, drift)
    outcomes.push(...walked.outcomes)
    drift = walked.drift
    history.add(day)
  }
  return outcomes
}

function rowsOf(outcomes: readonly Outcome[], seconds: number): Row[] {
  const waiting = outcomes.filter(({ foundWaiting }) => foundWaiting)
  const range = ({ learned }: Outcome) => learned
  const mid = ({ learned }: Outcome) => learned.mid
  return [
    measured('tickets', outcomes.length, 'tickets'),
    measured('tickets waiting', waiting.length, 'tickets'),
    noMoreThan('mae all', meanError(outcomes, mid), 'min', 6.5),
    noMoreThan('mae waiting', meanError(waiting, mid), 'min', 8.8),
    between('coverage 80', coverage(waiting, range), '%', 77, 83),
    noLessThan('coverage worst hall', worstCoverage(waiting, range), '%', 72),
    noMoreThan('median width', medianWidth(waiting, range), 'min', 19),
    noMoreThan(
      'first day mae',
      meanError(outcomes, ({ firstDay }) => firstDay.mid),
      'min',
      8.5,
    ),
    measured(
      'first day mae waiting',
      meanError(waiting, ({ firstDay }) => firstDay.mid),
      'min',
    ),
    measured(
      'first day coverage 80',
      coverage(waiting, ({ firstDay }) => firstDay),
      '%',
    ),
    measured(
      'first day median width',
      medianWidth(waiting, ({ firstDay }) => firstDay),
      'min',
    ),
    measured('coverage 80 all', coverage(outcomes, range), '%'),
    measured('above range', 100 * share(waiting, ({ wait, learned }) => wait > learned.high), '%'),
    measured(
      'coverage raw',
      coverage(waiting, ({ raw }) => raw),
      '%',
    ),
    measured(
      'coverage raw worst hall',
      worstCoverage(waiting, ({ raw }) => raw),
      '%',
    ),
    measured(
      'median width raw',
      medianWidth(waiting, ({ raw }) => raw),
      'min',
    ),
    measured(
      'coverage calibrated',
      coverage(waiting, ({ calibrated }) => calibrated),
      '%',
    ),
    measured(
      'coverage calibrated worst hall',
      worstCoverage(waiting, ({ calibrated }) => calibrated),
      '%',
    ),
    measured(
      'median width calibrated',
      medianWidth(waiting, ({ calibrated }) => calibrated),
      'min',
    ),
    measured(
      'last wait mae',
      meanError(outcomes, ({ lastWait }) => lastWait),
      'min',
    ),
    measured(
      'last wait mae waiting',
      meanError(waiting, ({ lastWait }) => lastWait),
      'min',
    ),
    measured(
      'published mae',
      meanError(outcomes, ({ published }) => published),
      'min',
    ),
    measured(
      'published mae waiting',
      meanError(waiting, ({ published }) => published),
      'min',
    ),
    measured('of services not learned', 100 * share(outcomes, ({ unknown }) => unknown), '%'),
    measured('learning', seconds, 's'),
  ]
}

function share(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return outcomes.filter(is).length / outcomes.length
}
