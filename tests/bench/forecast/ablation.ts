import { examplesOf, type Example } from '#server/forecast/examples.ts'
import { featureNames, type FeatureName } from '#server/forecast/features.ts'
import { History } from '#server/forecast/history.ts'
import { learnMedian, medianOf } from '#server/forecast/quantile-model.ts'
import { measured, type Row } from '../table.ts'
import type { RealDay } from './read-tickets.ts'

const hall: FeatureName[] = [
  'hallWaiting',
  'hallLines',
  'hallCalls60',
  'hallCrowd',
  'hallSlowness',
  'atHallsPace',
]
const paces: FeatureName[] = ['firstDay', 'atUsualPace', 'atTodaysPace', 'atHallsPace']
const history: FeatureName[] = [
  'usualWait',
  'usualTurn',
  'usualTurnNow',
  'usualTickets',
  'crowd',
  'slowness',
  'hallCrowd',
  'hallSlowness',
  'atUsualPace',
  'atTodaysPace',
  'atHallsPace',
]
const feed: FeatureName[] = ['countedWaiting', 'counters']
const left: Record<string, FeatureName[]> = {
  'without the hall': hall,
  'without earlier days': history,
  'without the hall and earlier days': [...hall, ...history],
  'without forecasts by pace': paces,
  "without the city's feed": feed,
}

/** What each part brings: the same learning with some of its features not known. */
export function ablation(trained: readonly RealDay[], reported: readonly RealDay[]): Row[] {
  const past = new History()
  for (const day of trained) past.add(day)
  const learnedFrom = examplesOf(trained, past)
  const asked = reported.flatMap((day) => {
    const examples = examplesOf([day], past)
    past.add(day)
    return examples.map((example, at) => ({ example, found: day.tickets[at]!.seen.waiting >= 1 }))
  })
  return Object.entries({ 'all features': [], ...left }).flatMap(([what, names]) => {
    const model = learnMedian(learnedFrom.map((example) => without(example, names)))
    const errors = asked.map(({ example, found }) => ({
      error: Math.abs(medianOf(model, without(example, names).features) - example.wait),
      found,
    }))
    return [
      measured(`${what}, mae all`, mean(errors.map(({ error }) => error)), 'min'),
      measured(
        `${what}, mae waiting`,
        mean(errors.filter(({ found }) => found).map(({ error }) => error)),
        'min',
      ),
    ]
  })
}

function without(example: Example, names: readonly FeatureName[]): Example {
  const features = example.features.slice()
  for (const name of names) features[featureNames.indexOf(name)] = NaN
  return { ...example, features }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
