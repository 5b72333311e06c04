import type { CounterDisplayView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { visitorAt, type Hall, type Shift } from '#shared/queue/hall.ts'

import type { Role } from '../rights.ts'
import { counterState, takenAt } from './at-counter.ts'
import { hallFacts } from './hall-facts.ts'

/** By user id. */
export interface KnownClerks {
  readonly names: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, Role>
}

/** What stands over one counter: its number, whether it is open, and what is taken there. */
export function counterDisplayView(
  hall: Hall,
  config: HallConfig,
  id: string | null,
  clerks: KnownClerks,
  now: number,
): CounterDisplayView {
  const counter = config.counters.find((one) => one.id === id)
  const shift = counter && hall.shifts.get(counter.id)
  const visitor = counter && visitorAt(hall, counter.id)
  return {
    audience: 'counter-display',
    hall: hallFacts(hall, config, now),
    label: counter?.label ?? null,
    state: counterState(shift),
    visitor: visitor ? { label: visitor.label, state: visitor.state } : null,
    services: counter ? takenAt(config, counter, shift).map(({ id, name }) => ({ id, name })) : [],
    clerk: shift && config.rules.showClerk ? clerkOf(clerks, shift) : null,
  }
}

function clerkOf({ names, roles }: KnownClerks, { clerk }: Shift): CounterDisplayView['clerk'] {
  const name = names.get(clerk)
  const role = roles.get(clerk)
  return name && role ? { name, role } : null
}
