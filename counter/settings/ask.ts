/** The server's answer to a page for staff. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: string
      readonly details: Readonly<Record<string, string | number>>
    }

/** What tells the page around that the session is over or locked, or has lost a right; its `detail` is the code. */
export const sessionGone = 'eile:session-gone'

/** What tells it that the line is back after it was lost: who is signed in may have other rights by now. */
export const lineBack = 'eile:line-back'

/**
 * Asks the server over plain HTTP. Refusals come as codes: the server's own, `line/lost` if it did not answer, and
 * `server/internal` if nobody can read what it answered. An answer without a body has the value null.
 */
export async function ask<T>(method: string, path: string, body?: object): Promise<Asked<T>> {
  try {
    const answer = await fetch(path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const told: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined)
    if (answer.ok && told !== undefined) return { ok: true, value: told as T }
    const { code = 'server/internal', details = {} } = (told ?? {}) as { code?: string; details?: object }
    if (answer.status === 401 || answer.status === 423 || code === 'right/missing')
      window.dispatchEvent(new CustomEvent(sessionGone, { detail: code }))
    return { ok: false, code, details: details as Record<string, string | number> }
  } catch {
    return { ok: false, code: 'line/lost', details: {} }
  }
}
