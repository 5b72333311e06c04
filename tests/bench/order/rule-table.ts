import type { Measures } from './measures.ts'

const columns: readonly [head: string, cell: (measures: Measures) => string][] = [
  ['mean', ({ mean }) => mean.toFixed(1)],
  ['p50', ({ p50 }) => p50.toFixed(1)],
  ['p90', ({ p90 }) => p90.toFixed(1)],
  ['p95', ({ p95 }) => p95.toFixed(1)],
  ['max', ({ max }) => max.toFixed(0)],
  ['SLA %', ({ sla }) => sla.toFixed(1)],
  ['worst class', ({ worstClassSla }) => worstClassSla.toFixed(1)],
  ['> 2x %', ({ overTwiceTarget }) => overTwiceTarget.toFixed(1)],
  ['p90 gap', ({ p90Gap }) => p90Gap.toFixed(2)],
  ['overtaken', ({ mostOvertaken }) => mostOvertaken.toFixed(0)],
  ['unjust /100', ({ unjustifiedPer100 }) => unjustifiedPer100.toFixed(2)],
  ['prio/appt/walk-in', ({ within }) => classes.map((name) => (within[name] ?? NaN).toFixed(0)).join(' / ')],
]

const classes = ['priority', 'appointment', 'ordinary']

/** One line for each rule; times are minutes. */
export function ruleTable(found: Readonly<Record<string, Measures>>): string {
  const lines = Object.entries(found).map(([name, measures]) => [
    name,
    ...columns.map(([, cell]) => cell(measures)),
  ])
  const table = [['rule', ...columns.map(([head]) => head)], ...lines]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
