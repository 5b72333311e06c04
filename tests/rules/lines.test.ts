import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnOf } from '#shared/queue/choose-next.ts'
import { openLines, type InLine } from '#shared/queue/lines.ts'
import { mornings, play, seats } from './hall-steps.ts'

test('lines give whom all who wait would give, and count the same overtakes', () => {
  let calls = 0
  fc.assert(
    fc.property(mornings, ({ order, steps }) => {
      play(order, steps, ({ candidate, waiting, before, seat, now }) => {
        const lines = openLines(order, seats)
        const all = (candidate ? [...before, candidate] : before).map((one): InLine => ({
          ...one,
          overtaken: { ...one.overtaken },
        }))
        for (const ticket of all) lines.add(ticket)
        const index = seats.indexOf(seat)
        const turn = turnOf(lines.usableBy(index, now), seat, order, now)
        expect(turn?.candidate.order).toBe(candidate?.order)
        if (!turn) return
        calls += 1
        lines.remove(turn.candidate as InLine)
        lines.overtakenBy(turn.candidate as InLine, index, now)
        const counted = (list: readonly { order: number; overtaken: { rule: number } }[]) =>
          new Map(list.map((one) => [one.order, one.overtaken.rule]))
        expect(counted(all.filter((one) => one !== turn.candidate))).toEqual(counted(waiting))
      })
    }),
    { numRuns: 150 },
  )
  expect(calls).toBeGreaterThan(1000)
})
