import type { Kysely } from 'kysely'

import type { Database } from '#server/db/schema.ts'
import type { OperationParts, Told } from '#server/operations.ts'
import { lookingBack } from '#server/past/looking-back.ts'
import type { Actor, CommandName } from '#shared/queue/command.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { standardOrder } from '#shared/queue/order.ts'
import type { TicketClass } from '#shared/queue/ticket.ts'
import { hallOf, hoursOf, service, wholeDay } from '#tests/rules/hall-of.ts'
import type { Fields } from '#tests/rules/usual-fields.ts'

import { ana, bob, hallOn, kiosk, noon, operator, type TestHall } from './test-hall.ts'

export const cid: Actor = { kind: 'staff', id: 'cid' }

export const dayConfig: HallConfig = hallOf({
  hours: hoursOf(wholeDay, wholeDay),
  order: standardOrder,
  services: [
    service('passports', 'a'),
    service('licences', 'a', { targetMinutes: 30 }),
    service('addresses', 'b'),
    service('permits', 'b'),
  ],
})

/** What the operator asks of the days of a hall on a database. */
export async function ask(
  db: Kysely<Database>,
  operation: keyof typeof lookingBack,
  input: Record<string, unknown> = {},
): Promise<Told> {
  const { authority } = await hallOn(db)
  return await lookingBack[operation]({ db, hallId: 'vilnius', authority } as OperationParts, input)
}

/** A short day from noon on with each kind of call, all of it by commands. Gives the hall and the tickets' ids. */
export async function scriptedDay(db: Kysely<Database>): Promise<{ hall: TestHall; a001: string }> {
  const hall = await hallOn(db)
  const at = (time: string) => {
    const [minutes = 0, seconds = 0] = time.split(':').map(Number)
    hall.clock.ms = noon + minutes * 60_000 + seconds * 1000
  }
  const give = (name: string, ofClass: TicketClass = 'ordinary') =>
    hall.issue({ service: name, class: ofClass, slot: null })
  const open = (by: Actor, counter: string) =>
    does(by, 'shift:open', { counter, profile: null, takeOver: false })
  const next = (by: Actor, counter: string) => does(by, 'ticket:call-next', { counter })
  async function does<N extends CommandName>(by: Actor, type: N, fields: Fields<N>): Promise<void> {
    await hall.does(by, { type, ...fields } as never)
  }

  await does(operator, 'hall:configure', { config: dayConfig })
  await hall.tick()
  await open(ana, 'c1')
  await open(bob, 'c2')
  await open(cid, 'c3')
  const a001 = await give('passports')
  at('1')
  const a002 = await give('licences')
  at('2')
  const a003 = await give('passports', 'priority')
  at('6')
  await next(ana, 'c1')
  at('7')
  await does(ana, 'ticket:start', { ticket: a003 })
  await does(bob, 'ticket:call', { counter: 'c2', ticket: a002 })
  at('8')
  await does(bob, 'step:undo', { counter: 'c2' })
  await next(bob, 'c2')
  at('9')
  await does(bob, 'ticket:miss', { ticket: a001 })
  at('10')
  const a004 = await give('passports', 'out-of-turn')
  const a005 = await give('passports')
  at('11')
  await does(ana, 'ticket:finish', { ticket: a003 })
  await next(ana, 'c1')
  at('12')
  await does(kiosk, 'ticket:report', { ticket: a001 })
  await does(ana, 'ticket:start', { ticket: a004 })
  at('13:30')
  await next(bob, 'c2')
  at('17')
  await does(ana, 'ticket:finish', { ticket: a004, result: 'papers-missing', quantity: 2 })
  await next(ana, 'c1')
  at('18')
  await does(ana, 'ticket:start', { ticket: a002 })
  at('20')
  await does(ana, 'ticket:transfer', {
    ticket: a002,
    service: 'addresses',
    bound: { counter: 'c3' },
    note: '',
  })
  at('21')
  await next(cid, 'c3')
  at('22')
  await give('permits')
  await does(bob, 'ticket:start', { ticket: a001 })
  at('40')
  await does(bob, 'ticket:finish', { ticket: a001 })
  at('52')
  await does(cid, 'ticket:miss', { ticket: a002 })
  at('53')
  await next(cid, 'c3')
  at('55')
  await does(bob, 'ticket:call', { counter: 'c2', ticket: a005 })
  return { hall, a001 }
}
