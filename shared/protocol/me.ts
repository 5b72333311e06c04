/** What `GET /api/me` answers: whoever is signed in at this browser. */
export interface Me {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: string
  readonly rights: readonly string[]
  readonly hasPin: boolean
}

/** The details of `credential/locked`: whose session it is, and what unlocks it. */
export interface Lock {
  readonly name: string
  readonly by: 'pin' | 'password'
}
