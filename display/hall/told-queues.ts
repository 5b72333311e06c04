import type { DisplayView } from '#shared/protocol/views.ts'

type Queue = DisplayView['waiting'][number]

/** As many as there is room for: the paused ones and the longest, in the hall's own order, so that nothing changes places. */
export function toldQueues(queues: readonly Queue[], room: number): readonly Queue[] {
  const kept = byNeed(queues).slice(0, room)
  return queues.filter((one) => kept.includes(one))
}

/** All that are told of, the paused ones and the longest first. */
export function byNeed(queues: readonly Queue[]): readonly Queue[] {
  return queues
    .filter(({ waiting, paused }) => waiting > 0 || paused !== null)
    .sort(
      (one, other) =>
        Number(other.paused !== null) - Number(one.paused !== null) || other.waiting - one.waiting,
    )
}
