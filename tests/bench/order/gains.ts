import type { Measures } from './measures.ts'

/** What a rule gains over another on the same days: minutes and points, more is better. */
export interface Gains {
  readonly mean: number
  readonly sla: number
  readonly worstClassSla: number
  readonly overTwiceTarget: number
}

export function gainsOf(measures: Measures, other: Measures): Gains {
  return {
    mean: other.mean - measures.mean,
    sla: measures.sla - other.sla,
    worstClassSla: measures.worstClassSla - other.worstClassSla,
    overTwiceTarget: other.overTwiceTarget - measures.overTwiceTarget,
  }
}
