import { binned } from './bins.ts'
import { boost, boostedAnswer, type Boosted, type BoostingSettings } from './boosting.ts'
import { tableOf, type Example } from './examples.ts'
import { featureNames } from './features.ts'
import { seeded } from '#shared/queue/twin/random.ts'
import { toMinutes, toScale } from './scale.ts'

/** Quantiles of the wait on the scale of `scale.ts`. Plain data. */
export interface QuantileModel {
  readonly low: Boosted
  readonly mid: Boosted
  readonly high: Boosted
}

export interface Quantiles {
  readonly low: number
  readonly mid: number
  readonly high: number
}

const quantiles: Quantiles = { low: 0.1, mid: 0.5, high: 0.9 }

const settings: BoostingSettings = {
  trees: 300,
  rate: 0.05,
  leaves: 31,
  leafRows: 80,
  rows: 0.2,
  features: 0.9,
  seed: 1,
}

/** Without it, where most waits are 0 the lower quantile stays there, whatever the features say. Minutes. */
const jitter = 0.3

export function learnQuantiles(examples: readonly Example[]): QuantileModel {
  const learn = learner(examples)
  return { low: learn(quantiles.low), mid: learn(quantiles.mid), high: learn(quantiles.high) }
}

export function learnMedian(examples: readonly Example[]): Boosted {
  return learner(examples)(quantiles.mid)
}

function learner(examples: readonly Example[]): (quantile: number) => Boosted {
  const bins = binned(tableOf(examples), featureNames.length, 64)
  const random = seeded(settings.seed)
  const target = Float64Array.from(examples, ({ wait }) => toScale(wait + jitter * (random() - 0.5)))
  return (quantile) => boost(bins, target, quantile, settings)
}

export function quantilesOf(model: QuantileModel, features: Float64Array): Quantiles {
  const mid = boostedAnswer(model.mid, features)
  return {
    low: Math.min(mid, boostedAnswer(model.low, features)),
    mid,
    high: Math.max(mid, boostedAnswer(model.high, features)),
  }
}

/** Minutes. */
export function medianOf(model: Boosted, features: Float64Array): number {
  return toMinutes(boostedAnswer(model, features))
}
