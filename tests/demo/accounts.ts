import type { Role } from '#server/rights.ts'
import type { DemoAccount } from '#shared/protocol/launch.ts'
import type { HallConfig } from '#shared/queue/config.ts'

export interface Roster {
  /** Who works by itself, each clerk at a counter of its own; nobody needs to know these passwords. */
  readonly clerks: readonly { readonly account: DemoAccount; readonly counter: string }[]
  readonly supervisor: DemoAccount
  /** For the people who try the hall. */
  readonly told: readonly DemoAccount[]
}

/** Counters that are left to people. */
const free = 2
const most = 6

/** The demo's staff, named by what they are. Passwords come from `newPassword`. */
export function rosterOf(config: HallConfig, newPassword: () => string): Roster {
  const account = (username: string, name: string, role: Role): DemoAccount => ({
    username,
    password: newPassword(),
    name,
    role,
  })
  const clerk = (n: number) => account(`darbuotojas${n}`, `Darbuotojas ${n}`, 'clerk')
  const counters = mannedCounters(config)
  return {
    clerks: counters.map((counter, n) => ({ account: clerk(n + 1), counter })),
    supervisor: account('pamaina', 'Pamainos vadovas', 'supervisor'),
    told: [
      clerk(counters.length + 1),
      clerk(counters.length + 2),
      account('vadovas', 'Vadovas', 'supervisor'),
      account('administratorius', 'Administratorius', 'administrator'),
    ],
  }
}

/** One of each profile before a second of any, so that all services are taken. */
function mannedCounters({ counters }: HallConfig): string[] {
  const seen = new Set<string>()
  const [ofNewProfile, others]: [string[], string[]] = [[], []]
  for (const { id, profile } of counters) {
    ;(seen.has(profile) ? others : ofNewProfile).push(id)
    seen.add(profile)
  }
  return [...ofNewProfile, ...others].slice(0, Math.min(Math.max(counters.length - free, 1), most))
}

/** Can be read out and typed: groups of letters and digits that nobody mistakes, 59 bits of chance. */
export function passwordBy(randomBytes: (length: number) => Uint8Array): () => string {
  const characters = '23456789abcdefghijkmnpqrstuvwxyz'
  const group = () => [...randomBytes(4)].map((byte) => characters[byte % characters.length]).join('')
  return () => [group(), group(), group()].join('-')
}
