import { mayTake } from '#shared/queue/choose-next.ts'
import { foresee, type Outlook } from '#shared/queue/twin/twin.ts'
import type { Visitor } from '../order/bench-day.ts'
import { evenDaysOf } from '../order/days.ts'
import { referenceHall as hall } from '../order/reference-hall.ts'
import { relativeRule } from '../order/rules.ts'
import type { Desk, Scene, Waiting } from '../order/scene.ts'
import { simulate, type Call } from '../order/simulate.ts'
import { tunedWeights } from '../order/tuned.ts'
import { referenceTwin, type Beliefs } from './reference-twin.ts'

/** One who found no idle counter that could have served them. Times are ms after opening, durations ms. */
export interface Arrival {
  readonly service: string
  readonly joinedAt: number
  /** Where waiting began: for an appointment not before its time. */
  readonly since: number
  readonly calledAt: number
  readonly wait: number
  /** How long the last one of the same service and class waited who had been called by then; null if none had. */
  readonly lastWait: number | null
  readonly ahead: number
  /** Counters there that serve the service. */
  readonly counters: number
  /** From joining to the call. */
  readonly foreseen: Outlook
}

interface Open extends Pick<Arrival, 'service' | 'joinedAt' | 'ahead' | 'counters' | 'foreseen'> {
  readonly visitor: Visitor
}

const rule = relativeRule(hall, tunedWeights)

/** Plays days of the reference hall under our rule, and asks the twin at each `everyNth` arrival that has to wait. */
export function twinDays(seed: string, days: number, beliefs: Beliefs, everyNth = 1): Arrival[] {
  return evenDaysOf(hall, seed, days).flatMap((visitors, day) => {
    const open: Open[] = []
    const came: Visitor[] = []
    const calls = simulate(hall, visitors, rule, (scene, joined) => {
      came.push(joined.visitor)
      if (
        came.length % everyNth !== 0 ||
        scene.desks.some((desk) => desk.doing === 'idle' && serves(desk, joined, scene))
      )
        return
      const known = new Set(came)
      const booked = visitors.filter((one) => one.class === 'appointment' && !known.has(one))
      const twin = referenceTwin(hall, scene, came, booked, rule.order, beliefs)
      const foreseen = foresee(twin, day * 10_007 + came.length).waiting[scene.waiting.indexOf(joined)]!
      open.push({ ...found(scene, joined), visitor: joined.visitor, foreseen })
    })
    return open.map((one) => settled(one, calls))
  })
}

function found(scene: Scene, joined: Waiting) {
  const { service } = joined
  const there = scene.desks.filter(({ doing }) => doing === 'idle' || doing === 'serving')
  return {
    service,
    joinedAt: scene.now,
    ahead: scene.waiting.filter((one) => one !== joined && one.service === service).length,
    counters: there.filter((desk) => serves(desk, joined, scene)).length,
  }
}

function serves({ seat }: Desk, joined: Waiting, { now }: Scene): boolean {
  return mayTake(seat, joined, rule.order, now)
}

/** With what came of it. */
function settled({ visitor, ...open }: Open, calls: readonly Call[]): Arrival {
  const call = calls.find(({ called }) => called.visitor === visitor)!
  const last = calls.findLast(
    ({ at, called }) =>
      at <= open.joinedAt && called.service === visitor.service && called.visitor.class === visitor.class,
  )
  return {
    ...open,
    since: call.called.since,
    calledAt: call.at,
    wait: waitOf(call),
    lastWait: last ? waitOf(last) : null,
  }
}

function waitOf({ at, called }: Call): number {
  return Math.max(0, at - called.since)
}
