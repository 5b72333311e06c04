import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { NewHall, SetupFault } from '#shared/protocol/setup.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import emptyHall from './empty-hall.json' with { type: 'json' }
import exampleHall from './example-hall.json' with { type: 'json' }

export type FaultyFields = Readonly<Record<string, SetupFault>>

export type NewHallResult =
  { readonly ok: true; readonly config: HallConfig } | { readonly ok: false; readonly fields: FaultyFields }

/** The first configuration of a hall: the example's services or none, under its own name, zone, languages and hours. */
export function newHall({ from, name, timeZone, languages, week }: NewHall): NewHallResult {
  if (Object.values(week).every((times) => times.length === 0))
    return { ok: false, fields: { 'hall.week': 'setup/never-open' } }
  const parsed = hallConfig.safeParse({
    ...(from === 'example' ? exampleHall : emptyHall),
    name: Object.fromEntries(languages.map((language) => [language, name])),
    timeZone,
    languages,
    hours: { week, exceptions: {} },
  })
  if (parsed.success) return { ok: true, config: parsed.data }
  const faults = parsed.error.issues.map(({ path }) => faultAt(path))
  if (faults.some((fault) => fault === null)) throw parsed.error
  return { ok: false, fields: Object.fromEntries(faults.filter((fault) => fault !== null)) }
}

/** Null for what the person did not write. */
function faultAt([first, , day]: readonly PropertyKey[]): [string, SetupFault] | null {
  if (first === 'timeZone') return ['hall.timeZone', 'setup/bad-time-zone']
  if (first === 'languages') return ['hall.languages', 'setup/bad-languages']
  if (first === 'hours') return [`hall.week.${String(day)}`, 'setup/bad-hours']
  return null
}
