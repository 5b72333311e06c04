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

/** A hall's configuration with another part in it, if it then still is one. */
export function withPart(config: HallConfig, part: Readonly<Record<string, unknown>>): HallChangeResult {
  const read = hallConfig.safeParse({ ...config, ...part })
  const faults: HallFaults = read.success
    ? faultsOf(read.data, config)
    : Object.fromEntries(read.error.issues.map((issue) => [issue.path.map(String).join('.'), codeOf(issue)]))
  return read.success && Object.keys(faults).length === 0
    ? { ok: true, config: read.data }
    : { ok: false, faults }
}

/** What a file may say and a page may not. */
function faultsOf({ languages, hours, brand }: HallConfig, before: HallConfig): HallFaults {
  const days = [...Object.values(hours.week), ...Object.values(hours.exceptions)]
  const logo = brand.logo === null || brand.logo === before.brand.logo ? null : logoFault(brand.logo)
  return {
    ...((languages[0] !== 'lt' || new Set(languages).size < languages.length) && {
      languages: 'hall/bad-languages',
    }),
    ...(days.every((times) => times.length === 0) && { 'hours.week': 'hall/never-open' }),
    ...(logo !== null && { 'brand.logo': logo }),
  }
}

function codeOf({ path, code }: Issue): HallFault {
  const [first, second] = path
  if (first === 'timeZone') return 'hall/bad-time-zone'
  if (first === 'languages') return 'hall/bad-languages'
  if (first === 'hours') return code === 'invalid_key' ? 'hall/bad-date' : 'hall/bad-hours'
  if (first === 'brand' && second === 'colour') return 'hall/bad-colour'
  if (first === 'brand') return code === 'too_big' ? 'logo/too-large' : 'logo/not-a-picture'
  if (code === 'too_big') return 'hall/too-long'
  return code === 'custom' && language.safeParse(path.at(-1)).success ? 'hall/missing-text' : 'hall/malformed'
}
