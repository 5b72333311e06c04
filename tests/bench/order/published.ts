import { within, type Row } from '../table.ts'
import { daysOf, play } from './days.ts'
import { measure } from './measures.ts'
import { referenceHall, type HallModel } from './reference-hall.ts'
import { rulesOf } from './rules.ts'

/**
 * What another simulator of the same hall, of which we have no line, measured over 300 days (docs/order.md). By chance
 * 350 visitors came on one of its days, and who reported back went behind all others.
 */
const published = {
  fcfs: { mean: 12.9, sla: 72.2 },
  strict: { mean: 12.7, sla: 76.4 },
  ratio: { mean: 12.7, sla: 74.2 },
} as const

const theirHall: HallModel = { ...referenceHall, customersPerDay: 350, backTo: 'end' }

/**
 * Ours beside it. So much their 300 days may differ by chance: the mean of as many varies by 0.65 min and the share
 * within the target by 1.2 points (one standard deviation). Ours are more, to add little.
 */
export function publishedRows(seed: string, days: number): Row[] {
  const visitors = daysOf(theirHall, `${seed}/published`, days)
  return (['fcfs', 'strict', 'ratio'] as const).flatMap((name) => {
    const { mean, sla } = measure(play(theirHall, visitors, rulesOf(theirHall)[name]))
    return [
      within(`${name} as published: mean`, mean, 'min', 1.5, published[name].mean),
      {
        ...within(`${name} as published: sla`, sla, '%', 3, published[name].sla),
        bound: 'within 3 points of floor',
      },
    ]
  })
}
