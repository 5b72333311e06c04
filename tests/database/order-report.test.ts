import { expect, test } from 'vitest'

import type { OrderReport } from '#server/past/order-report.ts'
import { standardOrder } from '#shared/queue/order.ts'

import { onEachEngine } from './engines.ts'
import { range } from './rows.ts'
import { ask, dayConfig, scriptedDay } from './scripted-day.ts'
import { ana, hallOn, operator } from './test-hall.ts'

const table = `The order on 2024-03-04, so far

calls                  8
  share of the target  5
  priority             1
  out of turn          1
  by hand              1
taken back             1

service    class        called      mean       p90  in time  over twice
addresses  ordinary          1   1.0 min   1.0 min    100 %         0 %
licences   ordinary          1  16.0 min  16.0 min    100 %         0 %
passports  ordinary          2  26.5 min  45.0 min     50 %        50 %
passports  out of turn       1   1.0 min   1.0 min    100 %         0 %
passports  priority          1   4.0 min   4.0 min    100 %         0 %
permits    ordinary          1  31.0 min  31.0 min      0 %       100 %

worst class     ordinary, 60 % in time
most overtaken  A001, once by the rule, at most 12
overtakes       2 by the rule, 0 by hand, 1 out of turn, 2 by coming back
unjustified     none
out of turn     1 of 8 calls, 13 %
                passed over: 1, at the cost of about 3.0 min together
chosen again    7 the same, not the same: none`

onEachEngine((open) => {
  test('the day as a table', async () => {
    await scriptedDay(open())
    expect((await ask(open(), 'order')).lines.join('\n')).toBe(table)
  })

  test('the same as one JSON object, with the numbers counted by hand', async () => {
    await scriptedDay(open())
    const { lines } = await ask(open(), 'order', { json: true })
    const minute = 60_000
    const report = JSON.parse(lines.join('\n')) as OrderReport
    expect(report).toMatchObject({ day: '2024-03-04', timeZone: 'Europe/Vilnius', isOver: false })
    expect(report.calls).toEqual({
      all: 8,
      takenBack: 1,
      byReason: { priority: 1, share: 5, 'out-of-turn': 1, 'by-hand': 1 },
    })
    // A001 waited 8 minutes until its first call, A005 45; the target is 15.
    const [, , passports] = report.waits.byQueue
    expect(passports).toEqual({
      ...{ service: 'passports', class: 'ordinary', called: 2, withinTarget: 0.5, overTwice: 0.5 },
      ...{ meanMs: 26.5 * minute, p90Ms: 45 * minute },
    })
    // In time: A001, and A002 on both legs; not: A005, B501.
    expect(report.waits.worst).toEqual({ class: 'ordinary', withinTarget: 0.6 })
    expect(report.overtakes).toEqual({
      most: { label: 'A001', times: 1, allowed: 12 },
      all: { rule: 2, byHand: 0, outOfTurn: 1, back: 2 },
      unjustified: { count: 0, first: [] },
    })
    // A004 was at counter 1 from 12:11 to 12:17; A002 waited meanwhile, and counter 2 takes licences too.
    expect(report.outOfTurn).toEqual({ calls: 1, share: 1 / 8, passedOver: 1, costMs: (6 / 2) * minute })
    expect(report.again).toEqual({ same: 7, differs: [], older: 0 })
  })

  test('whom the rule passes over for one of the same service and no higher class is counted, and ten are named', async () => {
    const hall = await hallOn(open())
    const order = { ...standardOrder, rule: 'ratio' as const }
    const next = { type: 'ticket:call-next', counter: 'c1' } as const
    await hall.does(operator, { type: 'hall:configure', config: { ...dayConfig, order } })
    await hall.tick()
    await hall.does(ana, { type: 'shift:open', counter: 'c1', profile: null, takeOver: false })
    for (const _ of range(12)) await hall.issue({ service: 'passports', class: 'priority', slot: null })
    await hall.issue({ service: 'passports', slot: null })
    await hall.issue({ service: 'licences', slot: null })
    const { ticket } = await hall.does(ana, next)
    await hall.does(ana, { type: 'ticket:miss', ticket: ticket! })
    await hall.does(ana, next)

    const { overtakes } = JSON.parse(
      (await ask(open(), 'order', { json: true })).lines.join(''),
    ) as OrderReport
    expect(overtakes.all.rule).toBe(11)
    expect(overtakes.unjustified.count).toBe(11)
    expect(overtakes.unjustified.first.map(({ called, passedOver }) => `${called} ${passedOver}`)).toEqual(
      range(10).map((n) => `A013 A${String(n + 1).padStart(3, '0')}`),
    )
  })
})
