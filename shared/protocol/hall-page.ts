import type { LogoFault } from '../brand/logo.ts'
import type { HallConfig } from '../queue/config.ts'

/** What the hall's own page sets. */
export type HallPart = Pick<
  HallConfig,
  'name' | 'timeZone' | 'languages' | 'hours' | 'texts' | 'brand' | 'voice' | 'alerts' | 'translator'
>

/** What `GET /api/hall` answers, and `PUT /api/hall` once it has happened. */
export interface HallSettings {
  readonly config: HallConfig
  /** Names this very configuration. */
  readonly revision: string
}

/** What `PUT /api/hall` takes. */
export interface HallChange {
  /** Of the configuration that was read. */
  readonly revision: string
  readonly config: HallPart
}

/** What may be wrong with a place. */
export type HallFault =
  /** In a language that the hall speaks. */
  | 'hall/missing-text'
  | 'hall/too-long'
  | 'hall/bad-time-zone'
  /** Lithuanian is not first, or one is there twice. */
  | 'hall/bad-languages'
  | 'hall/bad-hours'
  | 'hall/bad-date'
  | 'hall/date-twice'
  | 'hall/never-open'
  | 'hall/bad-colour'
  | 'hall/bad-alerts'
  | 'hall/bad-alert-minutes'
  | 'hall/bad-translator'
  | 'hall/malformed'
  | LogoFault
