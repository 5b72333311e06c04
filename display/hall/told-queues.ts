import type { DisplayView } from '#shared/protocol/views.ts'

type Queue = DisplayView['waiting'][number]

/** As many as there is room for: the paused ones and the longest, in the hall's own order, so that nothing changes places. */
export function toldQueues(queues: readonly Queue[], room: number): readonly Queue[] {
  const told = queues.filter(({ waiting, paused }) => waiting > 0 || paused !== null)
  const byNeed = told.toSorted(
    (one, other) =>
      Number(other.paused !== null) - Number(one.paused !== null) || other.waiting - one.waiting,
  )
  const kept = byNeed.slice(0, room)
  return told.filter((one) => kept.includes(one))
}
