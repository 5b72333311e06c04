import type { Bins } from './bins.ts'

export interface Split {
  readonly feature: number
  /** Rows in this bin and those before it go to the left. */
  readonly bin: number
  readonly gain: number
}

/** The rows of a leaf, `rows[from..to)`, and their gradients summed by feature and bin. */
export interface Leaf {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly sums: Float64Array
  readonly counts: Int32Array
}

export interface Sample {
  readonly bins: Bins
  /** The features that may be split on. */
  readonly features: readonly number[]
  /** Of all rows. */
  readonly gradient: Float64Array
  /** The rows that are learned from, those of each leaf together. */
  readonly rows: Int32Array
}

export function summedLeaf(sample: Sample, node: number, from: number, to: number): Leaf {
  const { bins, features, gradient, rows } = sample
  const sums = new Float64Array(features.length * bins.most)
  const counts = new Int32Array(features.length * bins.most)
  const own = rows.subarray(from, to)
  const gradients = Float64Array.from(own, (row) => gradient[row]!)
  features.forEach((feature, place) => {
    const column = bins.columns[feature]!
    const base = place * bins.most
    for (let at = 0; at < own.length; at += 1) {
      const slot = base + column[own[at]!]!
      sums[slot]! += gradients[at]!
      counts[slot]! += 1
    }
  })
  return { node, from, to, sums, counts }
}

/** What is left of a leaf without its other child: cheaper than summing the rows again. */
export function restOf(whole: Leaf, other: Leaf, node: number, from: number, to: number): Leaf {
  const sums = whole.sums.map((sum, slot) => sum - other.sums[slot]!)
  const counts = whole.counts.map((count, slot) => count - other.counts[slot]!)
  return { node, from, to, sums, counts }
}

/** The split that takes most from the squared error of the gradients; null if none leaves `fewest` rows on both sides. */
export function bestSplit({ bins, features }: Sample, leaf: Leaf, fewest: number): Split | null {
  const rows = leaf.to - leaf.from
  let total = 0
  for (let bin = 0; bin < bins.most; bin += 1) total += leaf.sums[bin]!
  let best: Split | null = null
  let most = (total * total) / rows + 1e-9
  features.forEach((feature, place) => {
    const base = place * bins.most
    let sum = 0
    let count = 0
    for (let bin = 0; bin <= bins.cuts[feature]!.length; bin += 1) {
      sum += leaf.sums[base + bin]!
      count += leaf.counts[base + bin]!
      if (count < fewest) continue
      if (rows - count < fewest) break
      const rest = total - sum
      const parts = (sum * sum) / count + (rest * rest) / (rows - count)
      if (parts <= most) continue
      most = parts
      best = { feature, bin, gain: parts - (total * total) / rows }
    }
  })
  return best
}
