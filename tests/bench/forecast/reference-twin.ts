import { lawOf } from '#shared/queue/twin/service-law.ts'
import type { Flow, TwinInput, TwinSeat } from '#shared/queue/twin/twin-input.ts'
import type { Order } from '#shared/queue/order.ts'
import type { Visitor } from '../order/bench-day.ts'
import { minute, type HallModel } from '../order/reference-hall.ts'
import type { Desk, Scene } from '../order/scene.ts'

/** What the twin believes of the hall: the truth, or something wrong. */
export interface Beliefs {
  /** Service means are so many times the true ones. */
  readonly means: number
  readonly knowsBreaks: boolean
}

/** How many visitors the day's own number weighs against the usual one. */
const weightOfUsual = 70

/** The twin of a simulated hall at one moment. Times are ms after opening. */
export function referenceTwin(
  hall: HallModel,
  { now, waiting, desks }: Scene,
  came: readonly Visitor[],
  booked: readonly Visitor[],
  order: Order,
  beliefs: Beliefs,
): TwinInput {
  return {
    now,
    order,
    seats: desks.map((desk) => seatOf(hall, desk, now, beliefs)),
    waiting,
    services: [],
    ...flowsOf(hall, now, came),
    booked: booked.map(({ service, slot }) => ({ service, slot: slot! })),
    missing: {
      chance: hall.noShow.probability,
      lostMs: hall.lostMinutes * minute,
      returns: hall.noShow.returning,
      returnsAfterMs: hall.noShow.returnMinutes * minute,
    },
    walkMs: hall.walkMinutes * minute,
  }
}

function seatOf(hall: HallModel, desk: Desk, now: number, { means, knowsBreaks }: Beliefs): TwinSeat {
  const { model, seat, doing, visitor, from } = desk
  const { speed, opens } = model
  const planned = model.break
  const breakEnds = planned ? (planned.from + planned.minutes) * minute : 0
  const law = ({ meanMinutes, cv }: HallModel['services'][number]) =>
    lawOf(meanMinutes * minute * speed * means, cv)
  const isToCome = planned !== null && !desk.hadBreak && knowsBreaks
  return {
    seat,
    busy: doing === 'serving' ? { service: visitor!.service, since: from } : null,
    from: doing === 'closed' ? opens * minute : doing === 'break' && knowsBreaks ? breakEnds : now,
    pausedSince: doing === 'break' && !knowsBreaks ? from : null,
    breaks: isToCome ? [{ from: planned.from * minute, to: breakEnds }] : [],
    laws: new Map(hall.services.map((service) => [service.id, law(service)])),
  }
}

/** As usual, times what today has been so far. */
function flowsOf(
  hall: HallModel,
  now: number,
  came: readonly Visitor[],
): Pick<TwinInput, 'flows' | 'flowSd'> {
  const total = hall.walkIns.reduce((sum, one) => sum + one, 0)
  const stepMs = (hall.openMinutes * minute) / hall.walkIns.length
  const aDay = hall.customersPerDay * (1 - hall.appointments.share)
  const usual = hall.walkIns.map((part) => (aDay * part) / total)
  const expected = usual.reduce((sum, one, n) => sum + one * Math.min(1, Math.max(0, now / stepMs - n)), 0)
  const walkedIn = came.filter((visitor) => visitor.class !== 'appointment').length
  const factor = (walkedIn + weightOfUsual) / (expected + weightOfUsual)
  const priority = hall.priority.share / (1 - hall.appointments.share)
  const flows = hall.services.flatMap(({ id, share }) =>
    (['priority', 'ordinary'] as const).map((of): Flow => {
      const part = share * (of === 'priority' ? priority : 1 - priority) * factor
      return { service: id, class: of, from: 0, stepMs, rates: usual.map((one) => (one * part) / stepMs) }
    }),
  )
  return { flows, flowSd: 1 / Math.sqrt(expected + weightOfUsual) }
}
