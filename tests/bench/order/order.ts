import { parseArgs } from 'node:util'
import { measured, noLessThan, noMoreThan, report, type Row } from '../table.ts'
import { daysOf, play } from './days.ts'
import { decisionRow } from './decision.ts'
import { gainsOf } from './gains.ts'
import { measure, type Measures } from './measures.ts'
import { publishedRows } from './published.ts'
import { referenceHall } from './reference-hall.ts'
import { ruleNames, rulesOf, type RuleName } from './rules.ts'
import { ruleTable } from './rule-table.ts'
import { accumulatingRows, erlangRows } from './theory.ts'

/**
 * What the order is worth: the rules on the same days of the reference hall, ours held against first come, and the
 * simulator itself against theory and another's results. `npm run bench:order -- --seed S --days 300 --json`.
 */
const publishedDays = 900
/** As many as leave chances of well under 1 %. */
const erlangVisitors = 500_000
const accumulatingVisitors = 1_500_000

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'order' },
    days: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
})

const found = measureRules(values.seed, Number(values.days))
if (!values.json) process.stdout.write(`${ruleTable(found)}\n\n`)
process.exitCode = report('order', rows(found), values.json)

function measureRules(seed: string, count: number): Record<RuleName, Measures> {
  const days = daysOf(referenceHall, seed, count)
  const rules = rulesOf(referenceHall)
  const all = ruleNames.map((name) => [name, measure(play(referenceHall, days, rules[name]))] as const)
  return Object.fromEntries(all) as Record<RuleName, Measures>
}

function rows(found: Record<RuleName, Measures>): Row[] {
  return [
    ...ruleNames.flatMap((name) => rowsOfRule(name, found[name])),
    ...rowsOfGain(found.relative, found.fcfs),
    ...publishedRows(values.seed, publishedDays),
    ...erlangRows(values.seed, erlangVisitors),
    ...accumulatingRows(values.seed, accumulatingVisitors),
    decisionRow(values.seed),
  ]
}

function rowsOfRule(name: RuleName, measures: Measures): Row[] {
  const { mostOvertaken, unjustifiedPer100 } = measures
  const isOurs = name === 'relative'
  return [
    measured(`${name}: mean`, measures.mean, 'min'),
    measured(`${name}: p95`, measures.p95, 'min'),
    measured(`${name}: sla`, measures.sla, '%'),
    measured(`${name}: worst class sla`, measures.worstClassSla, '%'),
    measured(`${name}: over twice target`, measures.overTwiceTarget, '%'),
    isOurs
      ? noMoreThan(`${name}: most overtaken`, mostOvertaken, 'times', 12)
      : measured(`${name}: most overtaken`, mostOvertaken, 'times'),
    isOurs
      ? noMoreThan(`${name}: unjustified per 100`, unjustifiedPer100, 'overtakes', 0.1)
      : measured(`${name}: unjustified per 100`, unjustifiedPer100, 'overtakes'),
  ]
}

/** Two rules differ far less by chance on the same days than one rule does from days to days. */
function rowsOfGain(ours: Measures, firstCome: Measures): Row[] {
  const gains = gainsOf(ours, firstCome)
  return [
    noMoreThan('relative - fcfs: mean', -gains.mean, 'min', -0.6),
    measured('relative - fcfs: p95', ours.p95 - firstCome.p95, 'min'),
    noLessThan('relative - fcfs: sla', gains.sla, 'points', 7.5),
    noLessThan('relative - fcfs: worst class sla', gains.worstClassSla, 'points', 7.5),
    noMoreThan('relative - fcfs: over twice target', -gains.overTwiceTarget, 'points', -4.5),
  ]
}
