import { expect, test } from 'vitest'

import { deskBoard } from '#server/views/desk-board.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { dayAt, type Day } from './day.ts'
import { hallOf, service } from './hall-of.ts'

function boardOf({ hall }: Day, config: HallConfig = hall.config!) {
  return deskBoard(hall, config, config.counters).map(({ counter, state, services }) => ({
    counter,
    state,
    services,
  }))
}

test('a counter serves what its clerk does while one sits there, and its own otherwise', () => {
  const day = dayAt()
  day.opens('ana', 'c1', 'homes')
  expect(boardOf(day).slice(0, 2)).toEqual([
    { counter: '1', state: 'open', services: ['addresses', 'permits'] },
    { counter: '2', state: 'closed', services: ['passports', 'licences', 'addresses'] },
  ])
})

test('what gives no ticket stands at no counter: nobody is called for it', () => {
  const answered = { ...service('licences', 'a'), series: null }
  const services = hallOf().services.map((one) => (one.id === 'licences' ? answered : one))
  const [first] = boardOf(dayAt(), { ...hallOf(), services })
  expect(first!.services).toEqual(['passports', 'addresses'])
})
