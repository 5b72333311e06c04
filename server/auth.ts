import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import { username } from 'better-auth/plugins/username'
import type { Kysely } from 'kysely'

import { engineOf } from './db/engine.ts'
import type { Database } from './db/schema.ts'
import { clearAttempts, takeAttempt } from './db/sign-in-attempts.ts'
import { isUsername, normalUsername, passwordLengths, usernameLengths } from './staff-names.ts'

export interface AuthParts {
  readonly db: Kysely<Database>
  /** Where people open the hall; its scheme says whether cookies are secure. */
  readonly publicUrl: string
  /** Whose pages may sign in; the public one is among them. */
  readonly origins: readonly string[]
  /** From `readSecret`. */
  readonly secret: string
  /** Epoch ms. better-auth itself ends sessions by the machine's clock. */
  readonly now: () => number
  /** Is told what goes wrong inside better-auth; a wrong password or a closed path does not. */
  readonly log: (message: string, details: readonly unknown[]) => void
}

/**
 * All that is open to the outside. Sign-up and sign-in by e-mail are not: an administrator adds staff. Nor is the change
 * of a password, which would let anybody at an open desk try passwords without end: `/api/me/password` counts them.
 */
const openPaths: ReadonlySet<string> = new Set(['/sign-in/username', '/sign-out', '/get-session'])

/** A day's work, after which everybody signs in again: a session on an unwatched desk must not renew itself. */
const sessionSeconds = 12 * 60 * 60

export type Auth = ReturnType<typeof openAuth>

/**
 * Staff accounts. `auth.handler` answers requests under `/api/auth`; who a request is from says `whoIsStaff`.
 * Attempts to sign in are counted per account: a hall's staff share one address, which one of them could block for all.
 * A blocked account answers 429 with the code `sign-in/blocked` and `until` (epoch ms).
 */
export function openAuth({ db, publicUrl, origins, secret, now, log }: AuthParts) {
  const { origin, protocol } = new URL(publicUrl)
  return betterAuth({
    appName: 'Eilė',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: { db, type: engineOf(db) },
    trustedOrigins: [...origins],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.min,
      maxPasswordLength: passwordLengths.max,
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: usernameLengths.min,
        maxUsernameLength: usernameLengths.max,
        usernameValidator: isUsername,
        usernameNormalization: normalUsername,
      }),
    ],
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message, ...details) => log(message, details) },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500) log('A request to better-auth failed.', [error])
      },
    },
    advanced: {
      cookiePrefix: 'eile',
      useSecureCookies: protocol === 'https:',
      // Said outright, because better-auth leaves the check out wherever it takes the surroundings for a test.
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (!openPaths.has(path)) throw new APIError('NOT_FOUND')
        const name = path === '/sign-in/username' ? signInName(body) : null
        if (name === null) return
        const until = await takeAttempt(db, name, now())
        if (until === null) return
        throw new APIError('TOO_MANY_REQUESTS', {
          code: 'sign-in/blocked',
          message: 'Too many wrong passwords for this account. Wait some minutes and try again.',
          until,
        })
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        const name = path === '/sign-in/username' && context.newSession ? signInName(body) : null
        if (name !== null) await clearAttempts(db, name)
      }),
    },
  })
}

/** Null for what cannot be an account's name: better-auth refuses it without looking at the password. */
function signInName(body: unknown): string | null {
  const name = (body as { username?: unknown } | undefined)?.username
  return typeof name === 'string' && isUsername(name) ? normalUsername(name) : null
}
