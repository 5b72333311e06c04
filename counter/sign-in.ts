import { noteUnlocked } from './idle.ts'

export type SignInAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'wrong' | 'failed' | 'origin' }
  /** Too many wrong passwords for this account. */
  | { readonly ok: false; readonly why: 'blocked'; readonly until: number }

/** Signs a member of staff in: the answer sets the session's cookie. */
export async function signIn(username: string, password: string): Promise<SignInAnswer> {
  try {
    const answer = await post('/api/auth/sign-in/username', { username, password })
    if (answer.ok) {
      noteUnlocked()
      return { ok: true }
    }
    if (answer.status === 429) {
      const { until } = (await answer.json()) as { until?: number }
      return { ok: false, why: 'blocked', until: until ?? Date.now() }
    }
    if (answer.status === 403) return { ok: false, why: 'origin' }
    return { ok: false, why: answer.status < 500 ? 'wrong' : 'failed' }
  } catch {
    return { ok: false, why: 'failed' }
  }
}

/** Whether the session is over; false if the server could not be asked. */
export async function signOut(): Promise<boolean> {
  try {
    const isOver = (await post('/api/auth/sign-out', {})).ok
    if (isOver) noteUnlocked()
    return isOver
  } catch {
    return false
  }
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
