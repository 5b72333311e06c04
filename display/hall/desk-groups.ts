import type { DisplayView } from '#shared/protocol/views.ts'

type Desk = DisplayView['desks'][number]

/** Counters that are one to a visitor: they serve the same, and are in the same place. */
export interface DeskGroup extends Pick<Desk, 'zone' | 'direction' | 'services'> {
  readonly counters: readonly string[]
  readonly paused: boolean
}

/** Who is there, in the hall's own order of counters. A counter that serves nothing tells a visitor nothing. */
export function deskGroups(desks: readonly Desk[]): readonly DeskGroup[] {
  const groups = new Map<string, DeskGroup>()
  for (const { counter, zone, direction, state, services } of desks) {
    if (state === 'closed' || services.length === 0) continue
    const paused = state === 'paused'
    const key = JSON.stringify([zone, direction, paused, services.toSorted()])
    const counters = [...(groups.get(key)?.counters ?? []), counter]
    groups.set(key, { zone, direction, services, ...groups.get(key), paused, counters })
  }
  return [...groups.values()]
}

export function closedDesks(desks: readonly Desk[]): readonly string[] {
  return desks.filter(({ state }) => state === 'closed').map(({ counter }) => counter)
}

/** `1–4, 7, 12B`: three and more in a row are told by the first and the last. */
export function counterWords(labels: readonly string[]): string {
  const runs: string[][] = []
  for (const label of labels) {
    const run = runs.at(-1)
    const isNext = run && /^\d+$/.test(label) && Number(label) === Number(run.at(-1)) + 1
    if (isNext) run.push(label)
    else runs.push([label])
  }
  return runs.flatMap((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run)).join(', ')
}
