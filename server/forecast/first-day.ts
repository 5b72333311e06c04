import type { QueuePast } from './queue-past.ts'

/**
 * Fitted on the open queue data of 19 Warsaw city offices; whatever the hall shows soon outweighs them. A turn is the
 * time that a ticket stands at the head of its line.
 */
const constants = {
  /** Minutes of a turn in a hall of which nothing is known, and the turns that this belief weighs. */
  turn: 7,
  turnWeighs: 70,
  /** The turns that the hall's mean weighs in a service's own. */
  hallWeighs: 14,
  /** A turn has begun before: less than a whole one of one's own is added. */
  own: 0.7,
  /** Long lines go faster than their length says: counters are opened for them, and people leave. */
  power: 0.9,
  /** Of a ticket that finds nobody before it: most are called at once. */
  nobody: 0.5,
}

/** Minutes that a ticket issued now waits, from nothing but what happened today. */
export function firstDayForecast(past: QueuePast, service: string): number {
  const { waiting, turnsToday, calledToday } = past.line(service).past
  if (waiting.size === 0) return constants.nobody
  const { turn, turnWeighs, hallWeighs, own, power } = constants
  const hall = (past.turnsWaited + turn * turnWeighs) / (past.waited + turnWeighs)
  const mean = (turnsToday + hall * hallWeighs) / (calledToday + hallWeighs)
  return mean * (waiting.size + own) ** power
}
