import type { z } from 'zod'

import { logoFault } from '#shared/brand/logo.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { HallFault } from '#shared/protocol/hall-page.ts'
import { language } from '#shared/protocol/parts.ts'
import type { HallConfig } from '#shared/queue/config.ts'

/** A code for each place that is wrong, by its path. */
export type HallFaults = Readonly<Record<string, HallFault>>

export type HallChangeResult =
  { readonly ok: true; readonly config: HallConfig } | { readonly ok: false; readonly faults: HallFaults }

type Issue = z.ZodError['issues'][number]

/**
 * A hall's configuration with another part in it, if it then still is one. What was wrong outside of the part before, by
 * rules that came later than the configuration, stays as it is: nobody can mend it where the part is changed.
 */
export function withPart(config: HallConfig, part: Readonly<Record<string, unknown>>): HallChangeResult {
  const changed = { ...config, ...part } as HallConfig
  const read = hallConfig.safeParse(changed)
  const before = new Set(hallConfig.safeParse(config).error?.issues.map(placeOf))
  const issues = (read.error?.issues ?? []).filter(
    (issue) => Object.hasOwn(part, String(issue.path[0])) || !before.has(placeOf(issue)),
  )
  const faults: HallFaults =
    issues.length === 0
      ? faultsOf(changed, config)
      : Object.fromEntries(issues.map((issue) => [placeOf(issue), codeOf(issue)]))
  return Object.keys(faults).length === 0 ? { ok: true, config: read.data ?? changed } : { ok: false, faults }
}

function placeOf({ path }: Issue): string {
  return path.map(String).join('.')
}

/** What a file may say and a page may not. */
function faultsOf({ hours, brand }: HallConfig, before: HallConfig): HallFaults {
  const days = [...Object.values(hours.week), ...Object.values(hours.exceptions)]
  const logo = brand.logo === null || brand.logo === before.brand.logo ? null : logoFault(brand.logo)
  return {
    ...(days.every((times) => times.length === 0) && { 'hours.week': 'hall/never-open' }),
    ...(logo !== null && { 'brand.logo': logo }),
  }
}

function codeOf({ path, code }: Issue): HallFault {
  const [first, second] = path
  if (first === 'timeZone') return 'hall/bad-time-zone'
  if (first === 'languages') return 'hall/bad-languages'
  if (first === 'hours') return code === 'invalid_key' ? 'hall/bad-date' : 'hall/bad-hours'
  if (first === 'alerts' && second === 'waitMinutes') return 'hall/bad-alert-minutes'
  if (first === 'alerts') return 'hall/bad-alerts'
  if (first === 'translator') return 'hall/bad-translator'
  if (first === 'brand' && second === 'colour') return 'hall/bad-colour'
  if (first === 'brand') return code === 'too_big' ? 'logo/too-large' : 'logo/not-a-picture'
  if (code === 'too_big') return 'hall/too-long'
  return code === 'custom' && language.safeParse(path.at(-1)).success ? 'hall/missing-text' : 'hall/malformed'
}
