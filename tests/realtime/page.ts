import type { RunningHall } from './running-hall.ts'

/** What a page of the hall asks over plain HTTP with the session of somebody. */
export function pageOf(hall: RunningHall, cookie: string, origin = hall.server.url) {
  return async (method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${hall.server.url}/api${path}`, {
      method,
      headers: { cookie, origin, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() }
  }
}
