import { median, noMoreThan, type Row } from '../table.ts'
import { daysOf } from './days.ts'
import { minute, referenceHall } from './reference-hall.ts'
import { rulesOf } from './rules.ts'
import { waitingOf } from './scene.ts'

const waitingCount = 300
const times = 500

/** How long one choice takes when many wait, at a counter for all services. */
export function decisionRow(seed: string): Row {
  const visitors = daysOf(referenceHall, `${seed}/decision`, 2).flat().slice(0, waitingCount)
  const waiting = visitors.map(waitingOf)
  const { choose, order } = rulesOf(referenceHall).relative
  const first = referenceHall.services.map(({ id }) => id)
  const seat = { counter: 'c1', clerk: 'clerk-1', profile: null, first, fallback: [] }
  const took = Array.from({ length: times }, () => {
    const started = performance.now()
    choose(waiting, seat, order, referenceHall.openMinutes * minute)
    return performance.now() - started
  })
  return noMoreThan('decision', median(took), 'ms', 1)
}
