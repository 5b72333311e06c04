import { expect, test } from 'vitest'

import { labelsFor } from '#server/found-tickets.ts'
import { deskHall } from '#server/views/desk-hall.ts'
import { deskMoment } from '#server/views/desk-moment.ts'
import { receptionView } from '#server/views/reception-view.ts'
import { receptionView as schema, type ReceptionView } from '#shared/protocol/views.ts'

import { staffedDay, type Day } from './day.ts'
import { hallOf, withService } from './hall-of.ts'

function seen(day: Day, maySeeQueue = true): ReceptionView {
  const moment = deskMoment(day.hall, day.hall.config!, new Map(), day.forecast, day.now)
  const all = deskHall(moment, new Map(), new Map())
  return schema.parse(receptionView(all, maySeeQueue))
}

test('those whose time is over soonest stand first, whenever they came', () => {
  const day = staffedDay(withService('permits', { targetMinutes: 60 }))
  day.issue('permits')
  day.pass(5)
  day.issue('passports')
  expect(seen(day).waiting.map(({ label }) => label)).toEqual(['A001', 'B501'])
})

test('of a full hall the first forty come, and the count of all', () => {
  const day = staffedDay()
  for (let n = 0; n < 45; n += 1) day.issue()
  expect(seen(day).waiting).toHaveLength(40)
  expect(seen(day).waitingInAll).toBe(45)
})

test('whichever service is chosen, its first ten are there, however many others are more pressing', () => {
  const day = staffedDay(withService('permits', { targetMinutes: 120 }))
  for (let n = 0; n < 12; n += 1) day.issue('permits')
  for (let n = 0; n < 45; n += 1) day.issue('passports')
  const { waiting, mostPressing, waitingInAll } = seen(day)
  const services = waiting.map(({ service }) => service)
  expect(services.slice(0, mostPressing)).toEqual(Array(40).fill('passports'))
  expect(services.slice(mostPressing)).toEqual(Array(10).fill('permits'))
  expect(waiting.at(-1)?.label).toBe('B510')
  expect(waitingInAll).toBe(57)
})

test('who may not see the queue sees how many wait and nobody of them', () => {
  const day = staffedDay()
  const ticket = day.issue()
  day.issue()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket })
  expect(seen(day, false)).toMatchObject({ waiting: [], missed: [], waitingInAll: 1 })
})

test('a service says why it gives no ticket, and which number would be next', () => {
  const day = staffedDay()
  day.issue('passports')
  day.does('sup', 'service:pause', { service: 'licences', reason: 'staff' })
  expect(seen(day).services).toMatchObject([
    { id: 'passports', closed: null, next: 'A002' },
    { id: 'licences', closed: 'service/paused', next: 'A002' },
    { id: 'addresses', next: 'B501' },
    { id: 'permits', next: 'B501' },
  ])
})

test.each([
  ['A017', ['A017']],
  ['a17', ['A017']],
  ['a - 17', ['A017']],
  ['A-17', ['A017']],
  ['17', ['A017']],
  ['501', ['A501', 'B501']],
  ['b17', []],
  ['ab17', []],
  ['A1000', []],
])('%j means %j', (asked, labels) => {
  expect(labelsFor(hallOf(), asked)).toEqual(labels)
})

test('letters are those of the Lithuanian alphabet too', () => {
  const series = [{ id: 'z', letter: 'Ž', from: 1, to: 99 }]
  expect(labelsFor({ series }, 'ž7')).toEqual(['Ž07'])
})
