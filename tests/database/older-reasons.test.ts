import { expect, test } from 'vitest'

import { ticketAsOfNow } from '#server/older-events.ts'
import type { LivingTicket } from '#shared/queue/ticket.ts'

/** As it was stored while there was one count of overtakes. */
const older = (state: LivingTicket['state']) => ({ id: 't1', state, overtaken: 2 }) as unknown as LivingTicket

test.each(['called', 'serving'] as const)('of an older ticket that was %s nobody knows why', (state) => {
  expect(ticketAsOfNow(older(state))).toMatchObject({ reason: null, overtaken: { rule: 2, byHand: 0 } })
})

test('an older ticket elsewhere is not given a reason', () => {
  expect(ticketAsOfNow(older('waiting'))).not.toHaveProperty('reason')
})
