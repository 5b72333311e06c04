import { expect, test } from 'vitest'

import { deskHall } from '#server/views/desk-hall.ts'
import { deskMoment } from '#server/views/desk-moment.ts'
import { deskView } from '#server/views/desk-view.ts'
import { firstOfDesk } from '#server/views/own-desk.ts'
import type { Visit } from '#server/visit-details.ts'
import { noInformation } from '#shared/protocol/hall-config.ts'
import { deskView as schema, type DeskView } from '#shared/protocol/views.ts'
import type { HallConfig, Language } from '#shared/queue/config.ts'
import { standardOrder } from '#shared/queue/order.ts'

import { staffedDay, type Day } from './day.ts'
import { hallOf, withService } from './hall-of.ts'

const minute = 60_000
const rules = { ...hallOf().rules, recallSeconds: 20 }

/** Targets of 15 minutes; the share of them decides, and c1 and c2 take addresses after a quarter of an hour. */
function sharing(changes: Partial<HallConfig> = {}): Day {
  return staffedDay(hallOf({ ...changes, order: standardOrder, rules }))
}

const seesAll = ['queue:see', 'ticket:report']

/** What a clerk sees, as the protocol lets it pass. */
function seenBy(
  day: Day,
  clerk: string,
  visits: ReadonlyMap<string, Visit> = new Map(),
  rights: readonly string[] = seesAll,
): DeskView {
  const moment = deskMoment(day.hall, day.hall.config!, visits, day.forecast, day.now)
  const all = deskHall(moment, new Map(), new Map())
  return schema.parse(deskView(all, { id: clerk, name: clerk, rights }, () => null))
}

/** What all who came told, with a note each. */
function noted(day: Day): ReadonlyMap<string, Visit> {
  const told = { language: 'lt', needs: ['hearing'], summary: null } as const
  return new Map(
    [...day.hall.tickets.values()].map(({ visit: id, label }) => [
      id,
      { id, ...told, notes: [`of ${label}`] },
    ]),
  )
}

const rowOf = (view: DeskView, id: string) => view.waiting.find((row) => row.id === id)!

test('what a desk is shown first is a part of its view: without a visitor, how many wait for it as well', () => {
  const day = sharing()
  const id = day.issue()
  day.issue()
  const first = () => {
    const moment = deskMoment(day.hall, day.hall.config!, new Map(), day.forecast, day.now)
    const shown = firstOfDesk(moment, 'ana', () => null)
    expect(seenBy(day, 'ana')).toMatchObject(shown)
    return shown
  }
  expect(first()).toMatchObject({ visitor: null, offer: { service: 'passports' }, waitingForMe: 2 })
  day.calls('ana', 'c1')
  expect(first()).toMatchObject({ visitor: { id }, offer: null })
  expect(first()).not.toHaveProperty('waitingForMe')
})

test('who is called comes with the reason, with what was waited, and with when a recall is due', () => {
  const day = sharing()
  day.issue()
  day.pass(6)
  day.calls('ana', 'c1')
  expect(seenBy(day, 'ana').visitor).toMatchObject({
    reason: { rule: 'share', waitedMs: 6 * minute, targetMs: 15 * minute, weight: 1 },
    waitedMs: 6 * minute,
    targetMs: 15 * minute,
    recallAt: day.now + 20_000,
  })
  day.does('ana', 'ticket:start', { ticket: seenBy(day, 'ana').visitor!.id })
  expect(seenBy(day, 'ana').visitor).toMatchObject({ reason: { rule: 'share' }, recallAt: null })
})

test('a visitor’s language counts as spoken where it is the hall’s own or one of the profile', () => {
  const [papers, homes] = hallOf().profiles
  const day = sharing({ profiles: [{ ...papers!, languages: ['uk'] }, homes!] })
  day.issue()
  const ticket = day.calls('ana', 'c1')
  const { visit } = day.hall.tickets.get(ticket)!
  const spokenIn = (language: Language) =>
    seenBy(day, 'ana', new Map([[visit, { id: visit, language, needs: [], notes: [], summary: null }]]))
      .visitor?.spoken
  expect((['lt', 'uk', 'pl'] as const).map(spokenIn)).toEqual([true, true, false])
})

test('what to bring for the visitor’s service comes while it is there, in languages that are read at the desk', () => {
  const told = { lt: 'Pasas', en: 'A passport', ru: 'Паспорт', pl: 'Paszport' }
  const information = { ...noInformation, bring: told, price: { lt: '8 Eur' } }
  const day = sharing(withService('passports', { information }))
  day.issue()
  expect(seenBy(day, 'ana').information).toBeNull()
  const { visit } = day.hall.tickets.get(day.calls('ana', 'c1'))!
  const seen = seenBy(
    day,
    'ana',
    new Map([[visit, { id: visit, language: 'pl', needs: [], notes: [], summary: null }]]),
  )
  const { ru: _ru, ...read } = told
  expect(seen.information).toEqual({ bring: read, price: { lt: '8 Eur' } })
  expect(seenBy(day, 'bob').information).toBeNull()
})

test('a visitor of a service that says neither what to bring nor a price comes without', () => {
  const day = sharing(withService('passports', { information: { ...noInformation, about: { lt: 'Pasai' } } }))
  day.issue()
  day.calls('ana', 'c1')
  expect(seenBy(day, 'ana').information).toBeNull()
})

test.each([
  [14, true],
  [16, false],
])(
  'a visitor called after %i minutes of 15 promised is told as such, transferred as well',
  (minutes, kept) => {
    const day = sharing()
    const waits = { low: 9 * minute, mid: 12 * minute, high: 14 * minute }
    const newcomer = { ...waits, promised: { low: 10, high: 15 }, visitMs: 10 * minute, gapMs: 5 * minute }
    day.forecast = { at: day.now, tickets: new Map(), services: new Map([['passports', newcomer]]) }
    const until = day.now + 15 * minute
    day.issue()
    day.pass(minutes)
    const ticket = day.calls('ana', 'c1')
    expect(seenBy(day, 'ana').visitor).toMatchObject({ promised: { until, kept } })
    day.does('ana', 'ticket:start', { ticket })
    day.does('ana', 'ticket:next-leg', { ticket, service: 'licences', note: '' })
    day.pass(20)
    day.does('ana', 'ticket:call', { counter: 'c1', ticket })
    expect(seenBy(day, 'ana').visitor).toMatchObject({ promised: { until, kept } })
  },
)

test('who was put aside and taken up is there without a reason', () => {
  const day = sharing()
  day.issue()
  const ticket = day.calls('ana', 'c1')
  day.does('ana', 'ticket:park', { ticket, keptFor: 'clerk', minutes: null })
  day.does('ana', 'ticket:take-up', { counter: 'c1', ticket })
  expect(seenBy(day, 'ana').visitor).toMatchObject({ reason: null })
})

test('of who went to the end of the queue and was called again, the first wait is not told as this one', () => {
  const day = sharing()
  day.issue()
  day.pass(5)
  const ticket = day.calls('ana', 'c1')
  day.pass(1)
  day.does('ana', 'ticket:return', { ticket, place: 'end' })
  day.pass(2)
  day.calls('ana', 'c1')
  expect(seenBy(day, 'ana').visitor).toMatchObject({
    waitedMs: null,
    reason: { rule: 'share', waitedMs: 2 * minute },
  })
})

test('who waits comes with the target of the class, with the time of an appointment, and with overtakes', () => {
  const day = sharing()
  const [ordinary, priority] = [day.issue(), day.issue('passports', 'priority')]
  const slot = day.now + 10 * minute
  const appointment = day.does('kiosk', 'ticket:issue', {
    service: 'permits',
    class: 'appointment',
    slot,
    language: 'lt',
    needs: [],
  }).ticket!
  day.does('ana', 'ticket:call', { counter: 'c1', ticket: priority })
  const view = seenBy(day, 'bob')
  const none = { rule: 0, byHand: 0, outOfTurn: 0, back: 0 }
  expect(rowOf(view, ordinary)).toMatchObject({
    targetMs: 15 * minute,
    slot: null,
    overtaken: { ...none, byHand: 1 },
  })
  expect(rowOf(view, appointment)).toMatchObject({
    class: 'appointment',
    since: slot,
    targetMs: 10 * minute,
    slot,
    overtaken: none,
  })
  expect(seenBy(day, 'ana').visitor?.targetMs).toBe(7.5 * minute)
})

test('a free counter sees whom it is offered, and rows say who is offered elsewhere', () => {
  const day = sharing()
  const [first, second, third] = [day.issue(), day.issue(), day.issue('permits')]
  expect(seenBy(day, 'ana').offer).toEqual({ label: 'A001', service: 'passports' })
  expect(seenBy(day, 'cid').offer).toEqual({ label: 'B501', service: 'permits' })
  // Its call would still bring the first, who is offered to counter 1.
  expect(seenBy(day, 'bob').offer).toBeNull()
  const view = seenBy(day, 'bob')
  expect([first, second, third].map((id) => rowOf(view, id).offeredTo)).toEqual(['c1', 'c2', 'c3'])
})

test('a counter that is paused or has a visitor is offered nobody', () => {
  const day = sharing()
  day.issue()
  day.issue()
  day.does('bob', 'shift:pause', { counter: 'c2', reason: 'lunch' })
  day.calls('ana', 'c1')
  expect([seenBy(day, 'ana').offer, seenBy(day, 'bob').offer]).toEqual([null, null])
  expect(seenBy(day, 'ana').waiting.map(({ offeredTo }) => offeredTo)).toEqual([null])
  expect(seenBy(day, 'guest')).toMatchObject({ shift: null, offer: null })
})

test('a row says what keeps this counter from it, and until when', () => {
  const day = sharing()
  const [bound, fallback, open] = [day.issue(), day.issue('addresses'), day.issue()]
  day.does('bob', 'ticket:bind', { ticket: bound, bound: { counter: 'c2' } })
  const exceptions = (clerk: string) =>
    [bound, fallback, open].map((id) => rowOf(seenBy(day, clerk), id).exception)
  const until = (minutes: number) => day.now + minutes * minute
  expect(exceptions('ana')).toEqual([
    { why: 'bound', until: until(30) },
    { why: 'fallback', until: until(15) },
    null,
  ])
  expect(exceptions('bob')).toEqual([null, { why: 'fallback', until: until(15) }, null])
  // Counter 3 takes addresses first, and passports not at all.
  expect(exceptions('cid')).toEqual([null, null, null])
  expect(exceptions('guest')).toEqual([null, null, null])
  expect(rowOf(seenBy(day, 'ana'), bound).mine).toBe(false)
})

test('a row says that it has just come back', () => {
  const day = sharing()
  day.issue()
  const ticket = day.calls('ana', 'c1')
  day.does('ana', 'ticket:return', { ticket, place: 'own' })
  expect(rowOf(seenBy(day, 'bob'), ticket).exception).toEqual({ why: 'just-back', until: day.now + minute })
  day.pass(1)
  expect(rowOf(seenBy(day, 'bob'), ticket).exception).toBeNull()
})

test('a row says that it waits for a language, unless nobody who is there speaks it', () => {
  const [papers, homes] = hallOf().profiles
  const day = sharing({ profiles: [papers!, { ...homes!, first: ['passports'], languages: ['en'] }] })
  const ticket = day.does('kiosk', 'ticket:issue', {
    service: 'passports',
    class: 'ordinary',
    slot: null,
    language: 'en',
    needs: [],
  }).ticket!
  expect(rowOf(seenBy(day, 'ana'), ticket).exception).toEqual({
    why: 'language',
    until: day.now + 15 * minute,
  })
  expect(rowOf(seenBy(day, 'cid'), ticket).exception).toBeNull()
  day.does('cid', 'shift:close', { counter: 'c3' })
  expect(rowOf(seenBy(day, 'ana'), ticket).exception).toBeNull()
})

test('the rows stay in the order in which people came', () => {
  const day = sharing()
  const came = [day.issue(), day.issue('permits', 'priority'), day.issue('addresses')]
  expect(seenBy(day, 'ana').waiting.map(({ id }) => id)).toEqual(came)
})

test('of many who wait a desk sees its own first, and whom its next call brings', () => {
  const day = sharing()
  const others = Array.from({ length: 25 }, () => day.issue('permits'))
  const own = Array.from({ length: 22 }, () => day.issue())
  const first = day.issue('passports', 'out-of-turn')
  const { waiting, waitingInAll, waitingForMe, offer } = seenBy(day, 'ana')
  expect(offer).toEqual({ label: day.hall.tickets.get(first)!.label, service: 'passports' })
  expect(waiting.map(({ id }) => id)).toEqual([...own.slice(0, 19), first])
  expect([waitingInAll, waitingForMe]).toEqual([48, 23])
  expect(rowOf(seenBy(day, 'bob'), own[3]!).exception).toBeNull()
  expect(seenBy(day, 'cid').waiting.map(({ id }) => id)).toEqual(others.slice(0, 20))
})

test('who has just come back counts for a desk once the next call may bring it', () => {
  const day = sharing()
  day.issue()
  const ticket = day.calls('ana', 'c1')
  day.does('ana', 'ticket:return', { ticket, place: 'own' })
  expect(seenBy(day, 'ana')).toMatchObject({ waitingForMe: 0, waitingInAll: 1, waiting: [{ mine: true }] })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  day.pass(1)
  expect(seenBy(day, 'ana').waitingForMe).toBe(1)
})

test('of those put aside a desk sees first whom it may take up, and the notes of these alone', () => {
  const day = sharing()
  const park = (clerk: string, counter: string, keptFor: 'clerk' | 'anyone', minutes: number) => {
    day.issue()
    const ticket = day.calls(clerk, counter)
    day.does(clerk, 'ticket:park', { ticket, keptFor, minutes })
    return ticket
  }
  for (let n = 0; n < 20; n += 1) park('ana', 'c1', 'clerk', 10)
  const own = park('bob', 'c2', 'clerk', 60)
  const anyone = park('ana', 'c1', 'anyone', 60)
  const { parked } = seenBy(day, 'bob', noted(day))
  expect(parked).toHaveLength(20)
  expect(parked.filter(({ notes }) => notes.length > 0).map(({ id }) => id)).toEqual([own, anyone])
  expect(parked.slice(0, 2).map(({ keptFor }) => keptFor)).toEqual([{ clerk: 'bob' }, null])
  expect(parked[2]).toMatchObject({ keptFor: { clerk: 'ana' }, counter: 'c1', notes: [] })
})

test('who may not see the queue is told how many wait, and of nobody but the visitors of the own desk', () => {
  const day = sharing()
  day.issue()
  const missed = day.calls('bob', 'c2')
  day.does('bob', 'ticket:miss', { ticket: missed })
  day.issue()
  const aside = day.calls('bob', 'c2')
  day.does('bob', 'ticket:park', { ticket: aside, keptFor: 'clerk', minutes: null })
  day.issue()
  const here = day.calls('ana', 'c1')
  day.issue()
  const seen = seenBy(day, 'ana', noted(day), [])
  expect(seen).toMatchObject({ waitingInAll: 1, waitingForMe: 1, waiting: [], parked: [], missed: [] })
  expect(seen.visitor).toMatchObject({ id: here, notes: ['of A003'] })
  expect(seenBy(day, 'bob', noted(day), []).parked).toMatchObject([{ id: aside, notes: ['of A002'] }])
  expect(seenBy(day, 'ana', noted(day), ['ticket:report']).missed).toMatchObject([{ id: missed }])
})

test('a step is not offered to be taken back while somebody else stands at the counter, nor in a pause', () => {
  const day = staffedDay(hallOf({ order: { ...standardOrder, callAtOnce: true }, rules }))
  const first = day.issue()
  const offered = () => seenBy(day, 'ana').undo
  expect(seenBy(day, 'ana').visitor?.id).toBe(first)
  day.does('ana', 'ticket:start', { ticket: first })
  day.does('ana', 'ticket:finish', { ticket: first })
  expect(offered()).toMatchObject({ step: 'ticket:finished' })
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(offered()).toBeNull()
  day.does('ana', 'shift:resume', { counter: 'c1' })
  expect(offered()).toMatchObject({ step: 'ticket:finished' })
  day.does('bob', 'shift:close', { counter: 'c2' })
  const second = day.issue()
  expect(seenBy(day, 'ana').visitor?.id).toBe(second)
  expect(offered()).toBeNull()
  expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBe('undo/too-late')
})
