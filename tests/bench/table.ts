/** One line of a benchmark: ours beside its floor, measured in the same run. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What the value is held against; null if the bound is a number of its own. */
  readonly floor: number | null
  readonly ratio: number | null
  /** In words, as `>= 1.0 x floor`. */
  readonly bound: string
  readonly ok: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function atLeast(what: string, value: number, unit: string, times: number, floor: number): Row {
  const ratio = value / floor
  return { what, value, unit, floor, ratio, bound: `>= ${times} x floor`, ok: ratio >= times }
}

export function atMost(what: string, value: number, unit: string, times: number, floor: number): Row {
  const ratio = value / floor
  return { what, value, unit, floor, ratio, bound: `<= ${times} x floor`, ok: ratio <= times }
}

export function noMoreThan(what: string, value: number, unit: string, bound: number): Row {
  return { what, value, unit, floor: null, ratio: null, bound: `<= ${bound} ${unit}`, ok: value <= bound }
}

export function noLessThan(what: string, value: number, unit: string, bound: number): Row {
  return { what, value, unit, floor: null, ratio: null, bound: `>= ${bound} ${unit}`, ok: value >= bound }
}

export function between(what: string, value: number, unit: string, low: number, high: number): Row {
  const ok = value >= low && value <= high
  return { what, value, unit, floor: null, ratio: null, bound: `${low} to ${high} ${unit}`, ok }
}

/** Held against what others found or theory says, which is the floor here. */
export function within(what: string, value: number, unit: string, distance: number, floor: number): Row {
  const ok = Math.abs(value - floor) <= distance
  return { what, value, unit, floor, ratio: value / floor, bound: `within ${distance} ${unit} of floor`, ok }
}

/** A fact that others are held against. */
export function measured(what: string, value: number, unit: string): Row {
  return { what, value, unit, floor: null, ratio: null, bound: '', ok: true }
}

/** Prints the rows as a table, or with `--json` as one object on standard output. Returns the exit code. */
export function report(bench: string, rows: readonly Row[], json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify({ bench, rows })}\n`)
  else for (const line of lines(rows)) process.stdout.write(`${line}\n`)
  return rows.every(({ ok }) => ok) ? 0 : 1
}

function lines(rows: readonly Row[]): string[] {
  const cells = rows.map(({ what, value, unit, floor, ratio, bound, ok }) => [
    what,
    `${number(value)} ${unit}`,
    floor === null ? '' : number(floor),
    ratio === null ? '' : ratio.toFixed(2),
    bound,
    bound === '' ? '' : ok ? 'ok' : 'MISSED',
  ])
  const table = [['what', 'value', 'floor', 'ratio', 'bound', ''], ...cells]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
