import type { chooseNext } from '#shared/queue/choose-next.ts'
import type { Seat } from '#shared/queue/may-serve.ts'
import type { Order } from '#shared/queue/order.ts'
import { newAgenda } from './agenda.ts'
import type { Visitor } from './bench-day.ts'
import { minute, type Floor } from './reference-hall.ts'
import { deskOf, idleOf, waitingOf, type Desk, type Scene, type Waiting } from './scene.ts'

/** A rule as the hall is given it. */
export interface Rule {
  readonly choose: typeof chooseNext
  readonly order: Order
}

export interface Call {
  readonly at: number
  readonly called: Waiting
  readonly seat: Seat
  /** Came earlier, and the same counter could have taken them. */
  readonly passed: readonly Waiting[]
}

/**
 * Plays a day under a rule until nobody is left, and gives its calls in their order. `watch` sees the hall whenever
 * somebody takes a ticket or checks in, before any counter calls; that object is the one called later.
 *
 * A counter that finishes calls at once; of several idle ones that of the fewest services, then the longest idle. A
 * break begins when its time has come and the visitor has gone, and ends when it was planned to.
 */
export function simulate(
  floor: Floor,
  visitors: Iterable<Visitor>,
  rule: Rule,
  watch?: (scene: Scene, joined: Waiting) => void,
): Call[] {
  const agenda = newAgenda()
  const desks = floor.counters.map(deskOf)
  const waiting: Waiting[] = []
  const calls: Call[] = []
  const coming = visitors[Symbol.iterator]()
  let now = 0
  let revision = 0
  let turn = rule.order.turn

  for (const desk of desks) {
    agenda.add(desk.model.opens * minute, () => goOn(desk))
    if (desk.model.break)
      agenda.add(desk.model.break.from * minute, () => desk.doing === 'idle' && goOn(desk))
  }
  expectNext()
  for (let entry = agenda.next(); entry; entry = agenda.next()) {
    now = entry.at
    entry.happen()
    for (const desk of waiting.length > 0 ? idleOf(desks) : []) call(desk)
  }
  return calls

  function expectNext(): void {
    const { value: visitor, done } = coming.next()
    if (done) return
    agenda.add(visitor.joinsAt, () => {
      const joined = waitingOf(visitor, ++revision)
      waiting.push(joined)
      watch?.({ now, waiting, desks }, joined)
      expectNext()
    })
  }

  function goOn(desk: Desk): void {
    const { break: planned } = desk.model
    const isBreak = planned !== null && !desk.hadBreak && now >= planned.from * minute
    become(desk, isBreak ? 'break' : 'idle', null)
    if (!isBreak) return
    desk.hadBreak = true
    agenda.add(Math.max(now, (planned.from + planned.minutes) * minute), () => goOn(desk))
  }

  function become(desk: Desk, doing: Desk['doing'], visitor: Visitor | null): void {
    desk.doing = doing
    desk.from = now
    desk.visitor = visitor
  }

  function call(desk: Desk): void {
    const choice = rule.choose(waiting, desk.seat, { ...rule.order, turn }, now)
    if (!choice) return
    if (choice.reason.rule === 'ratio') turn = choice.reason.turn + 1
    const passed = choice.overtaken.earlier.map((index) => waiting[index]!)
    for (const one of passed) one.overtaken.rule += 1
    const called = waiting.splice(choice.chosen, 1)[0]!
    calls.push({ at: now, called, seat: desk.seat, passed })

    const { servingMs, misses } = called.visitor
    const isMissing = misses !== null && called.back === null
    become(desk, 'serving', called.visitor)
    const ms = isMissing
      ? floor.lostMinutes * minute
      : floor.walkMinutes * minute + servingMs * desk.model.speed
    agenda.add(now + ms, () => goOn(desk))
    if (isMissing && misses.returnsAfterMs !== null) {
      agenda.add(now + ms + misses.returnsAfterMs, () => comeBack(called))
    }
  }

  function comeBack(called: Waiting): void {
    const back = { at: now, revision: ++revision }
    const since = floor.backTo === 'own' ? called.since : Math.max(now, called.since)
    waiting.push({ ...called, queuedAt: now, since, back, overtaken: { rule: 0 } })
    // Nothing else may happen when the pause after it ends, and a counter may be idle by then.
    agenda.add(now + rule.order.justBackSeconds * 1_000, () => {})
  }
}
