import { expect, test } from 'vitest'

import { deskHall } from '#server/views/desk-hall.ts'
import { deskMoment } from '#server/views/desk-moment.ts'
import { supervisorView } from '#server/views/supervisor-view.ts'
import { supervisorView as schema, type SupervisorView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { dayAt, staffedDay, type Day } from './day.ts'
import { hallOf, withService } from './hall-of.ts'

const minute = 60_000
const noDevices = { all: 0, wrong: [] }

/** What a supervisor sees, as the protocol lets it pass. */
function seen(day: Day, staffNames: ReadonlyMap<string, string> = new Map()): SupervisorView {
  const moment = deskMoment(day.hall, day.hall.config!, new Map(), day.forecast, day.now)
  const all = deskHall(moment, staffNames, new Map())
  return schema.parse(supervisorView(all, { id: 'sue', name: 'Sue', rights: ['hall:see'] }, noDevices))
}
const serviceOf = (view: SupervisorView, id: string) => view.services.find((one) => one.id === id)!
const counterOf = (view: SupervisorView, id: string) => view.counters.find((one) => one.id === id)!

test('the longest of a service is who has used the largest share of their own target', () => {
  const day = staffedDay()
  day.issue()
  day.pass(5)
  day.issue('passports', 'priority')
  const since = day.now
  expect(serviceOf(seen(day), 'passports')).toMatchObject({
    ...{ longest: { label: 'A001', targetMs: 15 * minute }, oldest: null },
  })
  day.pass(6)
  // 11 of 15 minutes, and 6 of 7.5.
  expect(serviceOf(seen(day), 'passports')).toMatchObject({
    waiting: 2,
    longest: { label: 'A002', since, targetMs: 7.5 * minute },
    oldest: { label: 'A001', since: day.now - 11 * minute },
  })
  expect(serviceOf(seen(day), 'permits')).toMatchObject({ waiting: 0, longest: null })
})

test('an appointment before its time is nobody who has waited', () => {
  const day = staffedDay()
  const slot = day.now + 10 * minute
  const booking = { service: 'permits', class: 'appointment', slot, language: 'lt', needs: [] } as const
  day.does('kiosk', 'ticket:issue', booking)
  expect(serviceOf(seen(day), 'permits')).toMatchObject({ waiting: 1, longest: null })
  day.pass(10)
  expect(serviceOf(seen(day), 'permits').longest).toMatchObject({ since: slot })
})

test('counters that serve a service are counted, and of them those that are open now', () => {
  const day = dayAt()
  expect(serviceOf(seen(day), 'permits').counters).toEqual({ open: 0, able: 1 })
  day.opens('ana', 'c1')
  day.opens('bob', 'c2')
  expect(serviceOf(seen(day), 'passports').counters).toEqual({ open: 2, able: 2 })
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(serviceOf(seen(day), 'passports').counters).toEqual({ open: 1, able: 2 })
  // With the profile of the third counter it takes permits instead: set while it is closed, or chosen as it opens.
  day.does('sue', 'counter:set-profile', { counter: 'c2', profile: 'homes', until: day.now + minute })
  day.does('bob', 'shift:close', { counter: 'c2' })
  expect(serviceOf(seen(day), 'passports').counters).toEqual({ open: 0, able: 1 })
  expect(serviceOf(seen(day), 'permits').counters).toEqual({ open: 0, able: 2 })
  day.does('sue', 'counter:reset-profile', { counter: 'c2' })
  day.opens('bob', 'c2', 'homes')
  expect(serviceOf(seen(day), 'permits').counters).toEqual({ open: 1, able: 2 })
})

test('a service that gives no ticket says why', () => {
  const day = dayAt('2026-03-02T08:00', withService('passports', { dailyLimit: 1 }))
  const closed = (id: string) => serviceOf(seen(day), id).closed
  expect(closed('passports')).toBeNull()
  day.issue()
  day.does('sue', 'service:pause', { service: 'licences', reason: 'technical' })
  expect(closed('passports')).toBe('service/full')
  expect(closed('licences')).toBe('service/paused')
  day.at('17:01')
  expect(closed('permits')).toBe('hall/closed')
  expect(seen(day).hall.open).toBe(false)
})

test('a counter says in which state it is, since when, who is there and with whom', () => {
  const day = dayAt()
  expect(counterOf(seen(day), 'c1')).toMatchObject({ state: 'closed', since: null, clerk: null })
  day.opens('ana', 'c1')
  const names = new Map([['ana', 'Ana Anaitė']])
  const opened = day.now
  day.issue()
  day.pass(2)
  expect(counterOf(seen(day, names), 'c1')).toMatchObject({
    ...{ state: 'free', since: opened, clerk: 'Ana Anaitė', profile: 'papers', visitor: null },
  })
  const ticket = day.calls('ana', 'c1')
  const called = day.now
  day.pass(1)
  expect(counterOf(seen(day), 'c1')).toMatchObject({
    ...{ state: 'called', since: called },
    visitor: { id: ticket, label: 'A001', service: 'passports', paused: false },
  })
  day.does('ana', 'ticket:start', { ticket })
  const started = day.now
  day.pass(3)
  expect(counterOf(seen(day), 'c1')).toMatchObject({ state: 'serving', since: started })
  day.does('ana', 'ticket:pause', { ticket })
  expect(counterOf(seen(day), 'c1')).toMatchObject({
    ...{ state: 'serving', since: day.now, visitor: { paused: true } },
  })
  day.does('ana', 'ticket:finish', { ticket })
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(counterOf(seen(day), 'c1')).toMatchObject({ state: 'paused', since: day.now, pause: 'lunch' })
})

test('who is called or taken up again is there since then, and not since the first time', () => {
  const day = staffedDay()
  day.issue()
  const ticket = day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket })
  day.pass(10)
  day.does('ana', 'ticket:report', { ticket })
  day.calls('ana', 'c1')
  expect(counterOf(seen(day), 'c1')).toMatchObject({ state: 'called', since: day.now })
  day.does('ana', 'ticket:start', { ticket })
  day.pass(5)
  day.does('ana', 'ticket:park', { ticket, keptFor: 'counter', minutes: 60 })
  day.pass(50)
  day.does('ana', 'ticket:take-up', { counter: 'c1', ticket })
  expect(counterOf(seen(day), 'c1')).toMatchObject({ state: 'serving', since: day.now })
})

test('counters stay in the order of the hall, whoever works there', () => {
  const day = staffedDay()
  day.does('ana', 'shift:close', { counter: 'c1' })
  expect(seen(day).counters.map(({ id }) => id)).toEqual(day.hall.config!.counters.map(({ id }) => id))
})

test('with 300 who wait and 40 counters it is no larger than 20 kB', () => {
  const small = hallOf()
  const name = { lt: 'Socialinių išmokų skyrimas', en: 'Social benefits', ru: 'Пособия', pl: 'Zasiłki' }
  const config: HallConfig = {
    ...small,
    services: small.services.map((service) => ({ ...service, name })),
    counters: Array.from({ length: 40 }, (_, n) => ({
      ...small.counters[0]!,
      id: `c${n}`,
      label: `${n + 1}`,
    })),
  }
  const day = dayAt('2026-03-02T08:00', config)
  const names = new Map(
    config.counters.map(({ id }) => [`clerk-${id}`, 'Konstancija Kazlauskaitė-Petraitienė']),
  )
  for (const { id } of config.counters) day.opens(`clerk-${id}`, id)
  for (let n = 0; n < 340; n += 1) day.issue()
  for (const { id } of config.counters) day.calls(`clerk-${id}`, id)
  const view = seen(day, names)
  expect(view.waitingInAll).toBe(300)
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(20_000)
})
