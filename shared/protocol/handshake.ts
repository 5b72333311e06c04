import { z } from 'zod'

/** Pages of staff that are told something else than a desk is. */
const staffPage = z.enum(['reception', 'supervisor', 'help'])
export type StaffPage = z.output<typeof staffPage>

/** Who connects: a person by the session's cookie, a device or a visitor's phone by a token, anybody who only looks. */
export const credential = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), page: staffPage.optional() }),
  z.strictObject({ kind: z.literal('device'), token: z.string().max(200) }),
  z.strictObject({ kind: z.literal('ticket'), code: z.string().max(200) }),
  z.strictObject({ kind: z.literal('public') }),
])
export type Credential = z.output<typeof credential>

/** Comes with the connection. */
export const handshake = z.object({
  protocol: z.number().int(),
  build: z.string().max(100),
  credential,
})
