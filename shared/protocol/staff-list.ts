/** What somebody does in the hall; the server says which rights that is. */
export type Role = 'clerk' | 'receptionist' | 'supervisor' | 'administrator'

/** A person of the hall, as whoever manages the staff sees them. Times are epoch ms. */
export interface Person {
  readonly id: string
  readonly username: string
  readonly name: string
  /** Rising. */
  readonly roles: readonly Role[]
  readonly hasPin: boolean
  /** Too many wrong passwords: until when nobody can sign in to the account. */
  readonly blockedUntil: number | null
  /** Open at the moment. */
  readonly sessions: number
  /** When the first of those was opened. */
  readonly signedInSince: number | null
}

/** What `GET /api/staff` answers. */
export interface PersonList {
  readonly timeZone: string
  readonly staff: readonly Person[]
}
