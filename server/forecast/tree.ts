import type { Bins } from './bins.ts'
import { bestSplit, restOf, summedLeaf, type Leaf, type Sample, type Split } from './leaf.ts'

/** A regression tree as plain lists: entry n of each is node n's; node 0 is the root. */
export interface Tree {
  /** What the node splits on, -1 if it is a leaf. */
  readonly feature: number[]
  /** Above it to the right; at most it, or not known, to the left. */
  readonly cut: number[]
  /** The left child; the right one is the next. */
  readonly left: number[]
  readonly value: number[]
}

export interface Growth {
  readonly leaves: number
  /** The fewest rows of a leaf. */
  readonly leafRows: number
}

/** Below every value: what is not known goes to the left of it alone. */
const unknownOnly = -Number.MAX_VALUE

/** Grows a tree, the leaf with the most to gain first. `valueOf` says what a leaf answers for its rows. */
export function grow(sample: Sample, growth: Growth, valueOf: (rows: Int32Array) => number): Tree {
  const tree: Tree = { feature: [-1], cut: [0], left: [0], value: [0] }
  const { rows } = sample
  const splitOf = (leaf: Leaf) => ({ leaf, split: bestSplit(sample, leaf, growth.leafRows) })
  const open = [splitOf(summedLeaf(sample, 0, 0, rows.length))]
  while (open.length < growth.leaves) {
    const best = open.reduce((one, other) => (gain(other.split) > gain(one.split) ? other : one))
    if (!best.split) break
    open.splice(open.indexOf(best), 1, ...divide(sample, tree, best.leaf, best.split).map(splitOf))
  }
  for (const { leaf } of open) tree.value[leaf.node] = valueOf(rows.subarray(leaf.from, leaf.to))
  return tree
}

function gain(split: Split | null): number {
  return split?.gain ?? 0
}

function divide(sample: Sample, tree: Tree, leaf: Leaf, { feature, bin }: Split): Leaf[] {
  const middle = partition(sample, leaf, feature, bin)
  const left = tree.feature.length
  tree.feature[leaf.node] = feature
  tree.cut[leaf.node] = bin === 0 ? unknownOnly : sample.bins.cuts[feature]![bin - 1]!
  tree.left[leaf.node] = left
  tree.feature.push(-1, -1)
  for (const list of [tree.cut, tree.left, tree.value]) list.push(0, 0)
  if (middle - leaf.from < leaf.to - middle) {
    const small = summedLeaf(sample, left, leaf.from, middle)
    return [small, restOf(leaf, small, left + 1, middle, leaf.to)]
  }
  const small = summedLeaf(sample, left + 1, middle, leaf.to)
  return [restOf(leaf, small, left, leaf.from, middle), small]
}

/** Sorts the leaf's rows by side, in their order. Returns where the right side begins. */
function partition({ bins, rows }: Sample, { from, to }: Leaf, feature: number, bin: number): number {
  const column = bins.columns[feature]!
  const right = new Int32Array(to - from)
  let middle = from
  let others = 0
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!
    if (column[row]! <= bin) rows[middle++] = row
    else right[others++] = row
  }
  rows.set(right.subarray(0, others), middle)
  return middle
}

/** The tree's answer for the row of `table` that begins at `offset`. */
export function answerOf({ feature, cut, left, value }: Tree, table: Float64Array, offset: number): number {
  let node = 0
  while (feature[node]! >= 0) {
    node = table[offset + feature[node]!]! > cut[node]! ? left[node]! + 1 : left[node]!
  }
  return value[node]!
}

/** Adds the tree's answer to each row's. */
export function addAnswers({ feature, cut, left, value }: Tree, bins: Bins, answers: Float64Array): void {
  const last = cut.map((at, node) => (bins.cuts[feature[node]!]?.indexOf(at) ?? 0) + 1)
  for (let row = 0; row < bins.rows; row += 1) {
    let node = 0
    while (feature[node]! >= 0)
      node = left[node]! + (bins.columns[feature[node]!]![row]! > last[node]! ? 1 : 0)
    answers[row]! += value[node]!
  }
}
