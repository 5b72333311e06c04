/** What trees may split on: each feature's values in bins of about equal size. Bin 0 is what is not known (NaN). */
export interface Bins {
  readonly rows: number
  /** The most bins that a feature has, bin 0 among them. */
  readonly most: number
  /** Of each feature, the values that bins 1, 2, ... go up to. */
  readonly cuts: readonly (readonly number[])[]
  /** Of each feature, the bin of each row. */
  readonly columns: readonly Uint8Array[]
}

/** `table` holds row after row of `width` features; `most` is at most 256. */
export function binned(table: Float64Array, width: number, most: number): Bins {
  const rows = table.length / width
  const cuts: number[][] = []
  const columns: Uint8Array[] = []
  for (let feature = 0; feature < width; feature += 1) {
    const values = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1) values[row] = table[row * width + feature]!
    const own = cutsOf(values, most - 1)
    cuts.push(own)
    columns.push(Uint8Array.from(values, (value) => binOf(own, value)))
  }
  return { rows, most, cuts, columns }
}

function binOf(cuts: readonly number[], value: number): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > cuts[middle]!) low = middle + 1
    else high = middle
  }
  return low + 1
}

function cutsOf(values: Float64Array, bins: number): number[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort()
  const cuts: number[] = []
  for (let bin = 1; bin < bins; bin += 1) {
    const value = known[Math.floor((bin * known.length) / bins)]
    if (value !== undefined && (cuts.length === 0 || value > cuts.at(-1)!)) cuts.push(value)
  }
  return cuts
}
