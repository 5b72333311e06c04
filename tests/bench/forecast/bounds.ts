import type { Row } from '../table.ts'

export function noLessThan(what: string, value: number, unit: string, bound: number): Row {
  return { what, value, unit, floor: null, ratio: null, bound: `>= ${bound} ${unit}`, ok: value >= bound }
}

export function between(what: string, value: number, unit: string, low: number, high: number): Row {
  const ok = value >= low && value <= high
  return { what, value, unit, floor: null, ratio: null, bound: `${low} to ${high} ${unit}`, ok }
}
