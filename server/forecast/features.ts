import { firstDayForecast } from './first-day.ts'
import type { Seen } from './past-day.ts'
import type { QueuePast } from './queue-past.ts'

/** What a forecast is made from, in this order. Minutes and people; NaN is what is not known. */
export const featureNames = [
  'minute',
  'weekday',
  'untilClosing',
  'ahead',
  'countedWaiting',
  'counters',
  'lastWait',
  'lastWaits',
  'headWaits',
  'sinceCall',
  'calls30',
  'calls60',
  'arrivals30',
  'arrivals60',
  'turn10',
  'turn30',
  'turnToday',
  'usualWait',
  'usualTurn',
  'usualTurnNow',
  'usualTickets',
  'crowd',
  'slowness',
  'hallWaiting',
  'hallLines',
  'hallCalls60',
  'hallCrowd',
  'hallSlowness',
  'firstDay',
  'atUsualPace',
  'atTodaysPace',
  'atHallsPace',
] as const

export type FeatureName = (typeof featureNames)[number]

/** Of a ticket of `service` that would be issued now. */
export function featuresOf(past: QueuePast, service: string, now: number, seen: Seen): Float64Array {
  const { past: own, pace } = past.line(service)
  const hall = past.hall.past
  const usual = past.usual.get(service)
  const ahead = own.waiting.size
  const slowness = usual ? pace.times(1, 20 * usual.turn) : NaN
  const hallSlowness = past.hall.pace.times(1, 300)
  const both = usual ? pace.times(hallSlowness, 20 * usual.turn) : NaN
  const values: Record<FeatureName, number> = {
    minute: now,
    weekday: past.day.weekday,
    untilClosing: past.day.closes - now,
    ahead,
    countedWaiting: seen.waiting,
    counters: seen.counters,
    lastWait: own.waits.at(-1) ?? NaN,
    lastWaits: mean(own.waits, 4),
    headWaits: now - own.headSince,
    sinceCall: now - own.lastCall,
    calls30: own.calls.within(30, now),
    calls60: own.calls.within(60, now),
    arrivals30: own.arrivals.within(30, now),
    arrivals60: own.arrivals.within(60, now),
    turn10: mean(own.turns, 10),
    turn30: mean(own.turns, 30),
    turnToday: own.calledToday ? own.turnsToday / own.calledToday : NaN,
    usualWait: usual?.waitAt(now) ?? NaN,
    usualTurn: usual?.turn ?? NaN,
    usualTurnNow: usual?.turnAt(now) ?? NaN,
    usualTickets: usual?.ticketsADay ?? NaN,
    crowd: usual ? (own.issuedToday + 1) / (usual.issuedBy(now) + 1) : NaN,
    slowness,
    hallWaiting: hall.waiting.size,
    hallLines: [...past.lines.values()].filter((line) => line.past.waiting.size > 0).length,
    hallCalls60: hall.calls.within(60, now),
    hallCrowd: past.usualHall ? (hall.issuedToday + 5) / (past.usualHall.issuedBy(now) + 5) : NaN,
    hallSlowness,
    firstDay: firstDayForecast(past, service),
    atUsualPace: usual?.minutesFor(ahead + 1, now, 1) ?? NaN,
    atTodaysPace: usual?.minutesFor(ahead + 1, now, slowness) ?? NaN,
    atHallsPace: usual?.minutesFor(ahead + 1, now, both) ?? NaN,
  }
  return Float64Array.from(featureNames, (name) => values[name])
}

function mean(values: readonly number[], most: number): number {
  const last = values.slice(-most)
  return last.length === 0 ? NaN : last.reduce((sum, value) => sum + value, 0) / last.length
}
