import { parseArgs } from 'node:util'
import { daysOf, play } from './days.ts'
import { gainsOf } from './gains.ts'
import { measure, type Measures } from './measures.ts'
import { referenceHall } from './reference-hall.ts'
import { relativeRule, rulesOf, type Weights } from './rules.ts'

/**
 * Looks for the weights of the services, one after the other up and down in ever smaller steps, on days that nothing is
 * measured on: `npm run tune -- --seed tune --days 600`. What it prints goes into tuned.ts by hand.
 */
interface Trial {
  readonly weights: Weights
  readonly measures: Measures
  readonly worth: number
}

const steps = [1.5, 1.25, 1.1]
const say = (text: string) => process.stderr.write(`${text}\n`)

const { values } = parseArgs({
  options: { seed: { type: 'string', default: 'tune' }, days: { type: 'string', default: '600' } },
})
const days = daysOf(referenceHall, values.seed, Number(values.days))
const firstCome = measure(play(referenceHall, days, rulesOf(referenceHall).fcfs))
const services = referenceHall.services.map(({ id }) => id)

let best = attempt(Object.fromEntries(services.map((id) => [id, 1])))
say(`all weights 1: ${described(best)}`)
for (const step of steps) {
  while (services.filter((id) => improve(id, step) || improve(id, 1 / step)).length > 0);
  say(`steps of ${step}: ${described(best)}`)
}
process.stdout.write(`${JSON.stringify(rounded(best.weights), null, 2)}\n`)

function improve(service: string, factor: number): boolean {
  const next = attempt({ ...best.weights, [service]: best.weights[service]! * factor })
  if (next.worth <= best.worth) return false
  best = next
  return true
}

/** The product of what is gained over first come: whatever the units, none is bought with too much of another. */
function attempt(weights: Weights): Trial {
  const measures = measure(play(referenceHall, days, relativeRule(referenceHall, weights)))
  const gains = Object.values<number>({ ...gainsOf(measures, firstCome) })
  return { weights, measures, worth: gains.reduce((product, gain) => product * Math.max(0, gain), 1) }
}

/** Only how they relate matters to the rule: their product is made 1. */
function rounded(weights: Weights): Weights {
  const logs = Object.values(weights).map((one) => Math.log(one))
  const middle = Math.exp(logs.reduce((sum, one) => sum + one, 0) / logs.length)
  return Object.fromEntries(
    Object.entries(weights).map(([id, one]) => [id, Number((one / middle).toFixed(2))]),
  )
}

function described({ worth, measures }: Trial): string {
  const { mean, p95, sla, worstClassSla, overTwiceTarget } = measures
  return Object.entries({ worth, mean, p95, sla, worstClassSla, overTwiceTarget })
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ')
}
