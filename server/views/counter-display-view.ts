import type { CounterDisplayView } from '#shared/protocol/views.ts'
import type { Counter, HallConfig } from '#shared/queue/config.ts'
import { visitorAt, type Hall, type Shift } from '#shared/queue/hall.ts'

import type { Role } from '../rights.ts'
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
    state: !shift ? 'closed' : shift.pause ? 'paused' : 'open',
    visitor: visitor ? { label: visitor.label, state: visitor.state } : null,
    services: counter ? servicesAt(config, counter, shift) : [],
    clerk: shift && config.rules.showClerk ? clerkOf(clerks, shift) : null,
  }
}

/** By the profile of who sits there, else by the counter's own; what gives no ticket is not taken anywhere. */
function servicesAt(
  config: HallConfig,
  counter: Counter,
  shift: Shift | undefined,
): CounterDisplayView['services'] {
  const profile = config.profiles.find(({ id }) => id === (shift?.profile ?? counter.profile))
  const taken = profile ? [...new Set([...profile.first, ...profile.fallback])] : []
  return taken.flatMap((one) => {
    const service = config.services.find(({ id, series }) => id === one && series !== null)
    return service ? [{ id: service.id, name: service.name }] : []
  })
}

function clerkOf({ names, roles }: KnownClerks, { clerk }: Shift): CounterDisplayView['clerk'] {
  const name = names.get(clerk)
  const role = roles.get(clerk)
  return name && role ? { name, role } : null
}
