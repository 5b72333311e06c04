import type { Generated, Insertable, Selectable } from 'kysely'

import type { DeviceKind, Role } from '#server/rights.ts'
import type { Sound } from '#shared/display/sound.ts'

export interface DeviceTable {
  id: string
  hall_id: string
  kind: DeviceKind
  name: string
  zone: string | null
  counter: string | null
  printer: string | null
  /** Of the printer's line. */
  width_dots: number | null
  /** Of a display whose panel was measured, as how far away its last reader sits. */
  panel_inches: number | null
  panel_metres: number | null
  /** Of a display. */
  sound: Sound | null
  /** SHA-256 of the token, hex; the token itself is not kept. */
  token_hash: string
  created_at: number
  revoked_at: number | null
  /** When it was last connected, to the minute; null if it never was. */
  seen_at: number | null
}

export interface StaffRoleTable {
  user_id: string
  hall_id: string
  role: Role
}

export interface RoleRightTable {
  hall_id: string
  role: Role
  /** A `Right`, or one that another release knew. */
  right: string
}

export interface SignInAttemptTable {
  username: string
  failures: number
  /** Until then the failures count; with too many of them the account is blocked. */
  forget_at: number
}

/** By which a person unlocks a desk; signing in takes the password. */
export interface StaffPinTable {
  user_id: string
  hash: string
}

/** A locked session may do nothing but be unlocked. */
export interface SessionLockTable {
  session_id: string
  /** Wrong PINs and passwords since it was locked. */
  failures: number
}

/** better-auth's tables keep its names. Only the columns that we touch are listed; times are its own. */
export interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: Generated<boolean | number>
  username: string
  createdAt: Date | string
  updatedAt: Date | string
}

export interface AccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  password: string
  createdAt: Date | string
  updatedAt: Date | string
}

export interface SessionTable {
  id: string
  userId: string
  createdAt: Date | string
  expiresAt: Date | string
}

export type DeviceRow = Selectable<DeviceTable>
export type NewUser = Insertable<UserTable>
export type NewAccount = Insertable<AccountTable>
