import type { Bins } from './bins.ts'
import { quantileOf } from './quantile.ts'
import { seeded } from '#shared/queue/twin/random.ts'
import { addAnswers, answerOf, grow, type Growth, type Tree } from './tree.ts'

export interface BoostingSettings extends Growth {
  readonly trees: number
  /** Share of a leaf's residual that its tree adds. */
  readonly rate: number
  /** Shares of rows and features that a tree sees. */
  readonly rows: number
  readonly features: number
  readonly seed: number
}

/** Plain data: it can be stored as JSON. */
export interface Boosted {
  readonly start: number
  readonly trees: readonly Tree[]
}

/**
 * Gradient boosting of the pinball loss: the sum of trees is the `quantile` of `target` (Friedman, Ann. Stat. 29:1189,
 * 2001; a sample of the rows for each tree: Comput. Stat. Data Anal. 38:367, 2002).
 */
export function boost(
  bins: Bins,
  target: Float64Array,
  quantile: number,
  settings: BoostingSettings,
): Boosted {
  const random = seeded(settings.seed)
  const start = quantileOf(target.slice(), quantile)
  const answers = new Float64Array(target.length).fill(start)
  const allRows = Int32Array.from(target.keys())
  const allFeatures = [...bins.columns.keys()]
  const trees: Tree[] = []
  while (trees.length < settings.trees) {
    const gradient = target.map((value, row) => (value > answers[row]! ? quantile : quantile - 1))
    const rows = allRows.filter(() => random() < settings.rows)
    const features = allFeatures.filter(() => random() < settings.features)
    const tree = grow({ bins, features, gradient, rows }, settings, (own) => {
      const residuals = Float64Array.from(own, (row) => target[row]! - answers[row]!)
      return settings.rate * quantileOf(residuals, quantile)
    })
    addAnswers(tree, bins, answers)
    trees.push(tree)
  }
  return { start, trees }
}

/** For the row of `table` that begins at `offset`. */
export function boostedAnswer({ start, trees }: Boosted, table: Float64Array, offset = 0): number {
  return trees.reduce((sum, tree) => sum + answerOf(tree, table, offset), start)
}
