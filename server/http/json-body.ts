import type { Context } from 'hono'
import type { z } from 'zod'

/** What came in a request's body, if it has the shape. */
export type Body<T> =
  { readonly ok: true; readonly body: T } | { readonly ok: false; readonly answer: Response }

/** A request's JSON as it came; null if it is none. */
export async function jsonOf(c: Context): Promise<unknown> {
  return (await c.req.json().catch(() => null)) as unknown
}

/** Reads a request's JSON by a schema; `command/malformed` with 400, and `where`, if it does not fit. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<Body<T>> {
  const read = schema.safeParse(await jsonOf(c))
  if (read.success) return { ok: true, body: read.data }
  const where = read.error.issues[0]?.path.join('.') ?? ''
  return { ok: false, answer: c.json({ code: 'command/malformed', details: { where } }, 400) }
}
