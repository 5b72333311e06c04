import { callWidth, stackedWidth, type WrittenCall } from './call-width.ts'
import { callsArea, layOutCalls, type Beside } from './calls-layout.ts'
import type { Panel, Picture } from './legibility.ts'

/** How calls stand that were made just now: larger than in the list, and never smaller than can be read. */
export interface StandingLayout {
  /** The smallest type, in CSS px; null on a panel that nobody measured. */
  readonly least: number | null
  /** Whether arrow and counter stand under the number. */
  readonly stacked: boolean
  /** How many have room, one under the other. */
  readonly places: number
}

/** Of a row's height, as `CallLine.svelte` has it. */
const share = { inLine: 0.78, stacked: 0.39 } as const

/** For so many of these calls at once, or as many as have room. */
export function layOutStanding(
  panel: Panel | null,
  picture: Picture,
  calls: readonly WrittenCall[],
  beside: Beside,
  wished: number,
): StandingLayout {
  const { width, height } = callsArea(picture, beside)
  const layout = panel ? layOutCalls(panel, picture, calls, beside) : null
  const places = layout ? Math.max(1, Math.floor(height / layout.leastHeight)) : Infinity
  const row = height / Math.min(wished, places)
  const inLine = Math.min(row * share.inLine, width / Math.max(...calls.map(callWidth)))
  const stacked = Math.min(row * share.stacked, width / Math.max(...calls.map(stackedWidth)))
  return {
    least: layout?.type ?? null,
    stacked: layout?.stacked || stacked > Math.max(inLine, layout?.type ?? 0),
    places,
  }
}
