import type { Kysely } from 'kysely'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { carryOutDue } from '#server/clock.ts'
import type { Database } from '#server/db/schema.ts'
import { openHall, type HallAuthority } from '#server/hall.ts'
import type { Outcome } from '#server/request.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { Actor, Command, CommandOf } from '#shared/queue/command.ts'
import type { Answer } from '#shared/queue/decision.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import { usualFields, type AskedCommand } from '#tests/rules/usual-fields.ts'

/** Monday, 4 March 2024, noon in Vilnius, and the midnight after it. */
export const noon = Date.UTC(2024, 2, 4, 10)
export const midnight = Date.UTC(2024, 2, 4, 22)

export const config = hallConfig.parse(exampleHall)

export const kiosk: Actor = { kind: 'device', id: 'kiosk' }
export const ana: Actor = { kind: 'staff', id: 'ana' }
export const bob: Actor = { kind: 'staff', id: 'bob' }
export const operator: Actor = { kind: 'operator', id: 'cli' }

/** A hall on a database, with a clock that the test moves. */
export interface TestHall {
  readonly authority: HallAuthority
  readonly clock: { ms: number }
  ask(by: Actor, command: AskedCommand, id?: string): Promise<Outcome>
  /** The same, for what has to work. */
  does(by: Actor, command: AskedCommand): Promise<Answer>
  /** Gives a ticket at the kiosk: its id. */
  issue(fields?: Partial<CommandOf<'ticket:issue'>>): Promise<string>
  /** The hall's clock looks once at what is due. */
  tick(): Promise<void>
}

let lastId = 0
export const freshId = () => `id-${(lastId += 1)}`

export const information: CommandOf<'ticket:issue'> = {
  type: 'ticket:issue',
  service: 'information',
  class: 'ordinary',
  slot: null,
  language: 'lt',
  needs: [],
  counter: null,
}

/** One more authority of the hall `vilnius` on a database, as it stands there. */
export async function hallOn(
  db: Kysely<Database>,
  clock = { ms: noon },
  forecast: () => Forecast | null = () => null,
): Promise<TestHall> {
  const now = () => clock.ms
  const authority = await openHall({ db, hallId: 'vilnius', now, newId: freshId, forecast })
  const ask: TestHall['ask'] = (by, asked, id = freshId()) => {
    const command = { ...usualFields(asked.type), ...asked } as Command
    return authority.submit({ id, by, command })
  }
  const does: TestHall['does'] = async (by, command) => {
    const outcome = await ask(by, command)
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.code}`)
    return outcome.answer
  }
  return {
    authority,
    clock,
    ask,
    does,
    issue: async (fields = {}) => (await does(kiosk, { ...information, ...fields })).ticket!,
    tick: () => carryOutDue({ authority, db, now, newId: freshId }),
  }
}

/** The example hall at noon with its day open, Ana at counter 1 and Bob at counter 2. */
export async function staffedHall(
  db: Kysely<Database>,
  clock = { ms: noon },
  forecast: () => Forecast | null = () => null,
): Promise<TestHall> {
  const hall = await hallOn(db, clock, forecast)
  await hall.does(operator, { type: 'hall:configure', config })
  await hall.tick()
  await hall.does(ana, { type: 'shift:open', counter: 'counter-1', profile: null, takeOver: false })
  await hall.does(bob, { type: 'shift:open', counter: 'counter-2', profile: null, takeOver: false })
  return hall
}
