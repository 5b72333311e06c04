import { expect, test } from 'vitest'

import { settled, standsFor, withCall, type Call, type Standing } from '#display/hall/standing.ts'

function call(label: string, at = 0): Call {
  return {
    call: at,
    label,
    counter: '5',
    zone: {},
    direction: 'left',
    at,
    again: false,
    spoken: [],
  }
}

const everybody = () => true

/** Calls at these moments, and who stands at each later one. */
function hear(...labels: string[]): readonly Standing[] {
  return labels.reduce<readonly Standing[]>((standing, label) => withCall(standing, call(label)), [])
}

function at(
  now: number,
  standing: readonly Standing[],
  places = 3,
  isAwaited = everybody as (one: Call) => boolean,
) {
  return settled(standing, { places, now, isAwaited })
}

const labels = (standing: readonly Standing[]) =>
  standing.filter(({ since }) => since !== null).map(({ call }) => call.label)

test('a call stands at once and for ten seconds', () => {
  const standing = at(1_000, hear('A001'))
  expect(labels(standing)).toEqual(['A001'])
  expect(labels(at(1_000 + standsFor - 1, standing))).toEqual(['A001'])
  expect(at(1_000 + standsFor, standing)).toEqual([])
})

test('of more calls than have room each stands in its turn, as long as the others, and none before its time', () => {
  const stood = new Map<string, number>()
  let standing = hear('A001', 'A002', 'A003', 'A004', 'A005')
  const order: string[] = []
  for (let now = 0; standing.length > 0; now += 1_000) {
    standing = at(now, standing, 2)
    expect(labels(standing).length).toBeLessThanOrEqual(2)
    for (const label of labels(standing)) {
      if (!stood.has(label)) order.push(label)
      stood.set(label, (stood.get(label) ?? 0) + 1_000)
    }
  }
  expect(order).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
  expect([...stood.values()]).toEqual(Array.from({ length: 5 }, () => standsFor))
})

test('who has come makes room at once, standing or not', () => {
  const standing = at(0, hear('A001', 'A002', 'A003'), 1)
  const later = at(1_000, standing, 1, ({ label }) => label === 'A003')
  expect(later.map(({ call }) => call.label)).toEqual(['A003'])
  expect(labels(later)).toEqual(['A003'])
})

test('who is called again stands anew, in the same place', () => {
  const standing = at(0, hear('A001', 'A002'), 2)
  const again = at(6_000, withCall(standing, call('A001', 6_000)), 2)
  expect(labels(again)).toEqual(['A001', 'A002'])
  const later = at(12_000, again, 2)
  expect(labels(later)).toEqual(['A001'])
  expect(later[0]!.call.at).toBe(6_000)
})

test('a clock that is put back lets nobody stand for hours', () => {
  const standing = at(3_600_000, hear('A001'))
  expect(at(0, standing)).toEqual([])
})
