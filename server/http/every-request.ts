import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { isOwnPage } from '../own-page.ts'

/**
 * What holds for all of `/api`: a page of another site changes nothing (403 `credential/origin`), whether its request
 * needs a session or not, and answers are for now, unless they say how long they may be kept.
 */
export function everyRequest(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const { method, headers } = c.req.raw
    const isReading = method === 'GET' || method === 'HEAD'
    // The command line of this machine is no page and names no origin.
    if (!isReading && headers.has('origin') && !isOwnPage(origins, headers))
      return c.json({ code: 'credential/origin' }, 403, { 'cache-control': 'no-store' })
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  }
}

/** Reads no body of more than so many bytes: 413 `command/malformed`. */
export function bodyAtMost(bytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: (c) => c.json({ code: 'command/malformed', details: { where: '' } }, 413),
  })
}
