import fc from 'fast-check'
import { pauseReasons, type Command, type CommandName } from '#shared/queue/command.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { visitorAt, type Hall } from '#shared/queue/hall.ts'
import { servingResults, type LivingTicket } from '#shared/queue/ticket.ts'
import { hallOf, hoursOf, service, wholeDay } from './hall-of.ts'
import { plainSummary } from './plain-summary.ts'

/** Open day and night, with so few numbers that they soon come round. */
export const tinyHall: HallConfig = hallOf({
  hours: hoursOf(wholeDay, wholeDay),
  series: [
    { id: 'a', letter: 'A', from: 1, to: 5 },
    { id: 'b', letter: 'B', from: 3, to: 5 },
  ],
  services: [
    service('passports', 'a'),
    service('licences', 'a'),
    service('addresses', 'b'),
    service('permits', 'b', { dailyLimit: 4 }),
  ],
  rules: {
    recalls: 1,
    recallSeconds: 0,
    reportMinutes: 15,
    parkMinutes: 30,
    autoCallSeconds: 10,
    cutOff: true,
    showKept: false,
    showClerk: false,
  },
})

const otherHalls: readonly HallConfig[] = [
  tinyHall,
  { ...tinyHall, services: tinyHall.services.filter(({ id }) => id !== 'permits') },
  { ...tinyHall, counters: tinyHall.counters.filter(({ id }) => id !== 'c3') },
  { ...tinyHall, profiles: tinyHall.profiles.map((one) => ({ ...one, fallback: ['permits'] })) },
  { ...tinyHall, series: tinyHall.series.map((one) => ({ ...one, to: 4 })) },
]

/** What makes sense for a clerk, by what is at the counter. */
const sensible: Readonly<
  Record<'break' | 'nobody' | 'called' | 'serving' | 'paused', readonly CommandName[]>
> = {
  break: [...of(3, 'shift:resume'), ...of(1, 'step:undo', 'ticket:call-next', 'shift:close')],
  nobody: [
    ...of(5, 'ticket:call-next'),
    ...of(3, 'ticket:take-up', 'step:undo'),
    ...of(2, 'ticket:call', 'ticket:report'),
    ...of(1, 'ticket:return', 'ticket:cancel', 'ticket:restore', 'ticket:change', 'ticket:bind'),
    ...of(1, 'shift:pause', 'shift:close', 'ticket:issue', 'help:ask', 'help:answer', 'help:cancel'),
  ],
  called: [
    ...of(4, 'ticket:start'),
    ...of(2, 'ticket:miss'),
    ...of(
      1,
      'ticket:recall',
      'ticket:return',
      'ticket:transfer',
      'ticket:park',
      'ticket:cancel',
      'step:undo',
    ),
  ],
  serving: [
    ...of(3, 'ticket:finish'),
    ...of(2, 'ticket:park', 'ticket:next-leg', 'ticket:pause'),
    ...of(1, 'ticket:return', 'ticket:transfer', 'ticket:change', 'ticket:sum-up', 'step:undo'),
  ],
  paused: of(1, 'ticket:resume', 'ticket:resume', 'ticket:finish', 'ticket:park', 'step:undo'),
}
/** The state in which a clerk without a visitor looks for a ticket. */
const lookedFor: { readonly [N in CommandName]?: LivingTicket['state'] } = {
  'ticket:take-up': 'parked',
  'ticket:return': 'parked',
  'ticket:report': 'missed',
  'ticket:call': 'waiting',
  'ticket:change': 'waiting',
}
const clerks = ['ana', 'bob', 'cid']
const anything: readonly CommandName[] = [
  ...of(8, 'ticket:issue'),
  ...of(2, 'ticket:cancel', 'ticket:restore', 'shift:open'),
  ...of(
    1,
    'ticket:call-next',
    'ticket:call',
    'ticket:recall',
    'ticket:start',
    'ticket:pause',
    'ticket:resume',
  ),
  ...of(
    1,
    'ticket:miss',
    'ticket:report',
    'ticket:return',
    'ticket:transfer',
    'ticket:park',
    'ticket:take-up',
  ),
  ...of(
    1,
    'ticket:next-leg',
    'ticket:change',
    'ticket:bind',
    'ticket:sum-up',
    'ticket:finish',
    'ticket:lapse',
  ),
  ...of(1, 'step:undo'),
  ...of(1, 'shift:pause', 'shift:resume', 'shift:close', 'hall:configure', 'day:open'),
  ...of(
    1,
    'service:pause',
    'service:resume',
    'service:lift-cut-off',
    'counter:set-profile',
    'counter:reset-profile',
    'assistance:ask',
    'assistance:cancel',
    'assistance:answer',
    'help:ask',
    'help:answer',
    'help:cancel',
  ),
]

const wish = fc.record({
  sensible: fc.integer({ min: 0, max: 4 }).map((dice) => dice > 1),
  name: fc.constantFrom(...anything),
  by: fc.constantFrom('dan', 'phone', 'kiosk', 'clock', ...clerks),
  pick: fc.nat(999),
  counter: fc.constantFrom('c1', 'c2', 'c3', 'c9'),
  service: fc.constantFrom('passports', 'licences', 'addresses', 'permits', 'nope'),
  class: fc.constantFrom('ordinary' as const, 'priority' as const),
  number: fc.constantFrom(null, null, null, null, 2, 4, 9),
  place: fc.constantFrom('own' as const, 'end' as const),
  keptFor: fc.constantFrom('clerk' as const, 'counter' as const, 'anyone' as const),
  bound: fc.constantFrom(null, null, { clerk: 'ana' }, { counter: 'c2' }, { counter: 'c9' }),
  profile: fc.constantFrom(null, null, 'papers', 'homes', 'nope'),
  ofService: fc.constantFrom(false, false, false, true),
  takeOver: fc.boolean(),
  result: fc.constantFrom(...servingResults),
  quantity: fc.constantFrom(1, 1, 3),
  why: fc.constantFrom(...pauseReasons),
  kiosk: fc.constantFrom('kiosk', 'phone', 'ana'),
  config: fc.nat(otherHalls.length - 1),
  /** Before it: mostly moments, seldom hours, so that now and then it passes midnight. */
  seconds: fc.constantFrom(...Array<number>(20).fill(0), 1, 1, 1, 20, 20, 60, 60, 300, 300, 900, 1800, 7200),
  /** Whether the hall's clock looks before it: it may be late. */
  clockLooks: fc.integer({ min: 0, max: 3 }).map((dice) => dice > 0),
})
export type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

export const wishes = fc.array(wish, { minLength: 1, maxLength: 150, size: 'max' })

/** The command of a wish, and who sends it, as they fit the hall by then, or do not. */
export function commandOf(
  wish: Wish,
  hall: Hall,
  everIssued: readonly string[],
): { by: string; command: Command } {
  const { by, type, counter, state } = wish.sensible
    ? sense(wish, hall)
    : { ...nonsense(wish), state: undefined }
  const visitor = wish.sensible ? visitorAt(hall, counter) : null
  const living = [...hall.tickets.values()]
  const fitting = state ? living.filter((ticket) => ticket.state === state) : []
  const from = wish.pick % 4 === 0 ? everIssued : (fitting.length > 0 ? fitting : living).map(({ id }) => id)
  const ticket = visitor?.id ?? from[wish.pick % (from.length || 1)] ?? 'nobody'
  const config = otherHalls[wish.config]!
  const date = `2026-03-${10 + (wish.pick % 3)}`
  const reason = type === 'service:pause' ? wish.why : 'lunch'
  const isPlain = type === 'ticket:issue' && !wish.ofService
  const service = type === 'ticket:call-next' && !wish.ofService ? null : wish.service
  // Now and then in the past, now and then within the day.
  const until = (hall.day?.endsAt ?? 0) - (wish.pick % 50) * 1_800_000
  const rest = {
    service,
    until,
    reason,
    note: '',
    minutes: null,
    language: 'lt',
    needs: [],
    slot: null,
    summary: plainSummary,
  }
  return {
    by,
    command: {
      ...wish,
      ...rest,
      type,
      counter: isPlain ? null : counter,
      ticket,
      config,
      date,
    } as unknown as Command,
  }
}

function nonsense({ by, name, counter }: Wish) {
  return { by, type: name, counter }
}

function sense({ pick, counter }: Wish, hall: Hall) {
  const by = clerks[pick % clerks.length]!
  const shift = [...hall.shifts.values()].find(({ clerk }) => clerk === by)
  if (!shift) return { by, type: 'shift:open' as const, counter, state: undefined }
  const visitor = visitorAt(hall, shift.counter)
  const paused = visitor?.state === 'serving' && visitor.paused
  const choices = sensible[shift.pause ? 'break' : paused ? 'paused' : (visitor?.state ?? 'nobody')]
  const type = choices[Math.floor(pick / clerks.length) % choices.length]!
  return { by, type, counter: shift.counter, state: lookedFor[type] }
}

function of(times: number, ...list: readonly CommandName[]): CommandName[] {
  return list.flatMap((name) => Array<CommandName>(times).fill(name))
}
