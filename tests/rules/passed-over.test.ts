import { expect, test } from 'vitest'
import { standardOrder } from '#shared/queue/order.ts'
import { notOvertaken } from '#shared/queue/ticket.ts'
import { staffedDay, type Day } from './day.ts'
import { hallOf, service } from './hall-of.ts'

/** Licences should be called within 10 minutes, passports within 30. */
const hall = hallOf({
  order: standardOrder,
  services: [
    service('passports', 'a', { targetMinutes: 30 }),
    service('licences', 'a', { targetMinutes: 10 }),
    service('addresses', 'b'),
    service('permits', 'b'),
  ],
})

test('whom the rule passes over is counted by the rule, with the reason of the call', () => {
  const day = staffedDay(hall)
  const passport = day.issue()
  day.pass(1)
  const licence = day.issue('licences')
  day.pass(8)
  const answer = day.does('ana', 'ticket:call-next', { counter: 'c1' })
  expect(answer.ticket).toBe(licence)
  expect(answer.reason).toEqual({ rule: 'share', waitedMs: 8 * 60_000, targetMs: 600_000, weight: 1 })
  expect(day.ticket(passport).overtaken).toEqual({ ...notOvertaken, rule: 1 })
  expect(day.events.at(-1)).toMatchObject({ overtaken: { rule: [passport] } })
})

test('calls by hand are counted apart, and do not use up the bound', () => {
  const day = staffedDay(hall)
  const passport = day.issue()
  for (let n = 0; n < 15; n += 1) handles(day, day.issue())
  expect(day.ticket(passport).overtaken).toEqual({ ...notOvertaken, byHand: 15 })
  const { reason } = day.does('ana', 'ticket:call-next', { counter: 'c1' })
  expect(reason).toMatchObject({ rule: 'share' })
})

test('so are those of whom the law says that they go out of turn', () => {
  const day = staffedDay(hall)
  const passport = day.issue()
  day.pass(40)
  const urgent = day.issue('licences', 'out-of-turn')
  const { ticket, reason } = day.does('ana', 'ticket:call-next', { counter: 'c1' })
  expect([ticket, reason]).toEqual([urgent, { rule: 'out-of-turn', waitedMs: 0 }])
  expect(day.ticket(passport).overtaken).toEqual({ ...notOvertaken, outOfTurn: 1 })
})

test('who comes back to the old place passes over those who stood there meanwhile, which is counted apart', () => {
  const day = staffedDay(hall)
  const missed = day.issue()
  day.calls('ana', 'c1')
  day.pass(1)
  const [stayed] = [day.issue(), day.does('ana', 'ticket:miss', { ticket: missed })]
  day.pass(10)
  day.does('rita', 'ticket:report', { ticket: missed })
  const came = day.issue()
  expect(day.calls('ana', 'c1')).toBe(stayed)
  day.does('ana', 'ticket:return', { ticket: stayed, place: 'end' })
  const third = day.issue()
  day.pass(1)
  expect(day.calls('ana', 'c1')).toBe(missed)
  expect(day.ticket(came).overtaken).toEqual(notOvertaken)
  expect(day.ticket(third).overtaken).toEqual(notOvertaken)

  const other = staffedDay(hall)
  const first = other.issue()
  other.calls('ana', 'c1')
  other.does('ana', 'ticket:miss', { ticket: first })
  other.pass(1)
  const waits = other.issue()
  other.pass(1)
  other.does('rita', 'ticket:report', { ticket: first })
  other.pass(1)
  expect(other.calls('ana', 'c1')).toBe(first)
  expect(other.ticket(waits).overtaken).toEqual({ ...notOvertaken, back: 1 })
})

test('one just back is not called at once, be it by the rule, and by hand may be', () => {
  const day = staffedDay(hall)
  const ticket = day.issue()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket })
  day.pass(5)
  day.does('rita', 'ticket:report', { ticket })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  expect(day.refusal('ana', 'ticket:call', { counter: 'c1', ticket })).toBeNull()
  day.pass(1)
  expect(day.calls('ana', 'c1')).toBe(ticket)
})

test('what is taken back is taken back from the count that it was added to', () => {
  const day = staffedDay(hall)
  const passport = day.issue()
  day.pass(40)
  day.issue('licences', 'out-of-turn')
  day.calls('ana', 'c1')
  day.does('ana', 'step:undo', { counter: 'c1' })
  expect(day.ticket(passport).overtaken).toEqual(notOvertaken)
})

test('one who was sent on to a fallback service keeps the place before later ones of that service', () => {
  const day = staffedDay(hall)
  const sentOn = day.issue()
  day.pass(4)
  day.issue('addresses')
  day.pass(16)
  day.does('cid', 'shift:close', { counter: 'c3' })
  day.does('ana', 'ticket:call', { counter: 'c1', ticket: sentOn })
  day.does('ana', 'ticket:transfer', { ticket: sentOn, service: 'addresses', bound: null, note: '' })
  expect(day.calls('ana', 'c1')).toBe(sentOn)
})

test('a call that is taken back turns the ratio’s wheel back, unless another call has turned it since', () => {
  const day = staffedDay(hallOf({ order: { ...standardOrder, rule: 'ratio' } }))
  for (let n = 0; n < 3; n += 1) day.issue('passports', n === 0 ? 'priority' : 'ordinary')
  day.calls('ana', 'c1')
  expect(day.hall.turn).toBe(1)
  day.does('ana', 'step:undo', { counter: 'c1' })
  expect(day.hall.turn).toBe(0)
  day.calls('ana', 'c1')
  day.calls('bob', 'c2')
  day.does('ana', 'step:undo', { counter: 'c1' })
  expect(day.hall.turn).toBe(3)
})

/** Ana calls a given ticket and is done with it at once. */
function handles(day: Day, ticket: string): void {
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  day.does('ana', 'ticket:start', { ticket })
  day.does('ana', 'ticket:finish', { ticket })
}
