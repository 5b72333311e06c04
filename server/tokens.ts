import { createHash } from 'node:crypto'

/** Gives so many unguessable bytes; `crypto.randomBytes` outside of tests. */
export type RandomBytes = (count: number) => Buffer

/** A bearer token of 32 bytes, in base64url. It is shown once; what is kept is its hash. */
export function newToken(random: RandomBytes): string {
  return random(32).toString('base64url')
}

/** SHA-256 in hex. Enough for a token that nobody can guess; passwords need better-auth's slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
