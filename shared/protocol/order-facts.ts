import { z } from 'zod'

import { orderSettings } from './order-settings.ts'
import { id, text } from './parts.ts'
import { sheetHall } from './sheet-hall.ts'

/** What `GET /api/order` answers: how the hall decides whose turn it is, for anybody. */
export const orderFacts = z.strictObject({
  hall: sheetHall,
  /** The hall's date when it answered. */
  on: z.iso.date(),
  order: orderSettings,
  /** Those that give tickets. */
  services: z.array(z.strictObject({ id, name: text, targetMinutes: z.number() })),
  /** Whether any counter takes services that are not its first ones. */
  hasFallback: z.boolean(),
  /** Whether some of the staff speak a visitor's language and others do not. */
  hasSpeakers: z.boolean(),
  recalls: z.number().int(),
  reportMinutes: z.number(),
})

export type OrderFacts = z.output<typeof orderFacts>
