import type { Language, OpenTimes, Weekday } from '../queue/config.ts'

/** What `GET /api/setup` answers: what the hall still lacks. */
export interface SetupNeeds {
  readonly needed: boolean
  readonly hall: boolean
  readonly administrator: boolean
}

/** What `POST /api/setup` takes; a part that the hall has already may be left out. */
export interface SetupOrder {
  readonly token: string
  readonly administrator?: NewAdministrator
  readonly hall?: NewHall
}

export interface NewAdministrator {
  readonly name: string
  readonly username: string
  readonly password: string
}

export interface NewHall {
  readonly from: 'example' | 'empty'
  /** The same in every language. */
  readonly name: string
  readonly timeZone: string
  /** Lithuanian first. */
  readonly languages: readonly Language[]
  readonly week: { readonly [D in Weekday]: OpenTimes }
}

/** Why a hall was not set up. */
export type SetupRefusal =
  /** It is set up already: sign in. */
  | 'setup/done'
  /** Not the link of this start. */
  | 'setup/wrong-token'
  /** `details` has a code for each field that is wrong, by its path. */
  | 'setup/invalid'

/** What may be wrong with a field. */
export type SetupFault =
  | 'setup/malformed'
  | 'setup/too-long'
  | 'setup/unnamed'
  | 'setup/bad-time-zone'
  | 'setup/bad-languages'
  | 'setup/bad-hours'
  | 'setup/never-open'
  | 'staff/unnamed'
  | 'staff/bad-username'
  | 'staff/username-taken'
  | 'staff/weak-password'
