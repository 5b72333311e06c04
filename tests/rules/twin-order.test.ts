import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnOf } from '#shared/queue/choose-next.ts'
import { twinQueue, type TwinTicket } from '#shared/queue/twin/twin-queue.ts'
import { mornings, play, seats } from './hall-steps.ts'

test('the twin calls whom the hall calls, and counts the same overtakes', () => {
  let calls = 0
  fc.assert(
    fc.property(mornings, ({ order, steps }) => {
      play(order, steps, ({ candidate, waiting, before, seat, now }) => {
        const queue = twinQueue(order, seats)
        const all = (candidate ? [...before, candidate] : before).map((one): TwinTicket => {
          return { ...one, overtaken: { ...one.overtaken }, measured: 0, isGhost: false }
        })
        for (const ticket of all) queue.add(ticket)
        const index = seats.indexOf(seat)
        const turn = turnOf(queue.usableBy(index, now), seat, order, now)
        expect(turn?.candidate.order).toBe(candidate?.order)
        if (!turn) return
        calls += 1
        queue.remove(turn.candidate as TwinTicket)
        queue.overtakenBy(turn.candidate as TwinTicket, index, now)
        const counted = (list: readonly { order: number; overtaken: { rule: number } }[]) =>
          new Map(list.map((one) => [one.order, one.overtaken.rule]))
        expect(counted(all.filter((one) => one !== turn.candidate))).toEqual(counted(waiting))
      })
    }),
    { numRuns: 150 },
  )
  expect(calls).toBeGreaterThan(1000)
})
