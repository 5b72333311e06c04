import { expect, test } from 'vitest'

import { Arrivals } from '#counter/desk/arrivals.ts'
import { called, deskView } from './desk-view.ts'

const empty = deskView({ waitingForMe: 0 })
const one = deskView({ waitingForMe: 1 })

test('who comes where nobody waited is heard once', () => {
  const arrivals = new Arrivals()
  expect([empty, one, deskView({ waitingForMe: 2 }), one].map((view) => arrivals.take(view))).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('nobody is heard who was there before, or came while the counter was closed or taken', () => {
  const heard = (...views: (typeof one)[]) => {
    const arrivals = new Arrivals()
    return views.some((view) => arrivals.take(view))
  }
  expect(heard(one)).toBe(false)
  expect(heard(deskView({ shift: null, waitingForMe: 0 }), one)).toBe(false)
  expect(heard(empty, deskView({ visitor: called(), waitingForMe: 1 }))).toBe(false)
})
