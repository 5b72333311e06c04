import { expect, test } from 'vitest'

import { dayFairness } from '#server/past/day-fairness.ts'
import { findOpening, momentsFrom } from '#server/past/past-day.ts'
import { dayFairness as schema } from '#shared/protocol/day.ts'

import { onEachEngine } from './engines.ts'
import { dayConfig, scriptedDay } from './scripted-day.ts'

const hallId = 'vilnius'

onEachEngine((open) => {
  test('the day so far in the figures that the report on the order counts', async () => {
    const db = open()
    await scriptedDay(db)
    const moments = momentsFrom(db, hallId, (await findOpening(db, hallId, null))!)
    expect(schema.parse(await dayFairness(moments, dayConfig.services, 7))).toEqual({
      at: 7,
      calls: 8,
      overTwice: 2 / 7,
      worst: {
        ...{ service: 'permits', class: 'ordinary', called: 1, withinTarget: 0 },
        name: dayConfig.services.find(({ id }) => id === 'permits')!.name,
      },
      mostOvertaken: { label: 'A001', times: 1, allowed: 12 },
      unjustified: { count: 0, first: [] },
      outOfTurn: { calls: 1, share: 1 / 8, passedOver: 1 },
    })
  })
})
