import { pauseReasons } from '#counter/desk/pause-reasons.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { serviceMinutes, type Demand } from './demand.ts'
import type { Dice } from './dice.ts'
import { does, waits, type Deed, type Person, type Step } from './person.ts'

export interface ClerkParts {
  /** The clerk's own, and no other. */
  readonly counter: string
  readonly demand: readonly Demand[]
  readonly dice: Dice
}

type Visitor = NonNullable<DeskView['visitor']>
type Ending = 'finish' | 'transfer' | 'next-leg' | 'park'

/** What will happen with a visitor, decided by the dice when the visitor is called. */
interface Plan {
  readonly key: string
  readonly comes: boolean
  readonly recalls: number
  readonly minutes: number
  readonly pauses: boolean
  readonly ending: Ending
}

const notes = ['Trūksta prašymo kopijos', 'Dokumentai patikrinti', 'Prašo atsakymo raštu', 'Laukia sąskaitos']
const usualEnding: readonly { ending: Ending; weight: number }[] = [
  { ending: 'finish', weight: 86 },
  { ending: 'transfer', weight: 5 },
  { ending: 'next-leg', weight: 5 },
  { ending: 'park', weight: 4 },
]
/** One in twenty does not come; of those who missed their call, half come back: each of four clerks may be asked. */
const absent = 0.05
const comesBack = 0.16

/** A clerk at one counter: calls, serves, looks after what was put aside, and takes a break now and then. */
export function clerk({ counter, demand, dice }: ClerkParts): Person<DeskView> {
  let plan: Plan | null = null
  let untilRest = dice.whole(4, 10)
  let away = 0
  /** Tickets that somebody else has to do with. */
  const leftAlone = new Set<string>()

  function next(view: DeskView): Step {
    const { shift, visitor } = view
    if (!shift) return comesToWork(view)
    // Somebody uses the account at another counter.
    if (shift.counter !== counter) return waits
    if (shift.pause) return does(dice.lognormal(5, 0.4), 'shift:resume', { counter })
    if (!visitor) return betweenVisitors(view)
    const planned = planFor(visitor)
    return visitor.state === 'called' ? awaits(visitor, planned) : serves(visitor, planned)
  }

  function comesToWork({ counters }: DeskView): Step {
    const isFree = counters.find(({ id }) => id === counter)?.state === 'closed'
    return isFree ? does(away, 'shift:open', { counter }) : waits
  }

  function betweenVisitors(view: DeskView): Step {
    plan = null
    const asking = view.assistance[0]
    if (asking) return does(1.5, 'assistance:answer', { kiosk: asking.kiosk })
    if (untilRest <= 0) return rest()
    const back = view.missed.find(({ id }) => !leftAlone.has(id))
    if (back) {
      leftAlone.add(back.id)
      if (dice.chance(comesBack)) return does(0.5, 'ticket:report', { ticket: back.id })
    }
    const parked = view.parked.find((one) => one.counter === counter && !leftAlone.has(one.id))
    if (parked && (view.waitingForMe === 0 || dice.chance(0.4)))
      return does(1, 'ticket:take-up', { counter, ticket: parked.id })
    return view.waitingForMe > 0 ? does(dice.lognormal(0.4, 0.5), 'ticket:call-next', { counter }) : waits
  }

  function rest(): Step {
    untilRest = dice.whole(8, 20)
    if (dice.chance(0.7)) return does(0.2, 'shift:pause', { counter, reason: dice.pick(pauseReasons) })
    away = dice.lognormal(5, 0.4)
    return does(0.2, 'shift:close', { counter })
  }

  function awaits({ id, recallsLeft }: Visitor, { comes, recalls }: Plan): Step {
    if (recalls > 0 && recallsLeft > 0) {
      plan = { ...plan!, recalls: recalls - 1 }
      return does(0.7, 'ticket:recall', { ticket: id })
    }
    return comes
      ? does(dice.lognormal(0.5, 0.4), 'ticket:start', { ticket: id })
      : does(0.7, 'ticket:miss', { ticket: id })
  }

  function serves({ id, service, paused }: Visitor, { minutes, pauses, ending }: Plan): Step {
    if (paused) return does(2, 'ticket:resume', { ticket: id })
    if (pauses) {
      plan = { ...plan!, pauses: false, minutes: minutes / 2 }
      return does(minutes / 2, 'ticket:pause', { ticket: id })
    }
    const others = demand.filter((one) => one.service !== service)
    if (ending === 'finish' || others.length === 0) return does(minutes, 'ticket:finish', { ticket: id })
    if (ending === 'park') return does(minutes / 2, 'ticket:park', { ticket: id })
    const to = { ticket: id, service: dice.pick(others).service, note: dice.pick(notes) }
    return ending === 'transfer' ? does(1, 'ticket:transfer', to) : does(minutes, 'ticket:next-leg', to)
  }

  /** One plan for one visitor and service, however often the view changes. */
  function planFor({ id, service }: Visitor): Plan {
    const key = `${id} ${service}`
    if (plan?.key === key) return plan
    untilRest -= 1
    const comes = !dice.chance(absent)
    plan = {
      key,
      comes,
      recalls: comes ? (dice.chance(0.15) ? 1 : 0) : dice.whole(1, 2),
      minutes: serviceMinutes(demand, service, dice),
      pauses: dice.chance(0.05),
      ending: dice.pick(usualEnding, ({ weight }) => weight).ending,
    }
    return plan
  }

  return {
    situation: (view) => situationOf(view, counter),
    next,
    refused({ fields }: Deed) {
      if ('ticket' in fields) leftAlone.add(fields.ticket)
      if (plan) plan = { ...plan, ending: 'finish' }
    },
  }
}

function situationOf(
  { shift, visitor, counters, waitingForMe, assistance }: DeskView,
  counter: string,
): string {
  if (!shift) return `home ${counters.find(({ id }) => id === counter)?.state}`
  const { id, state, paused, recallsLeft } = visitor ?? {}
  if (id) return `visitor ${id} ${state} ${paused} ${recallsLeft}`
  return `${shift.counter} ${shift.pause?.since} ${waitingForMe > 0} ${assistance[0]?.kiosk}`
}
