import { expect, test } from 'vitest'

import type { Notice } from '#server/notices.ts'
import { phoneView, type PhoneVisit } from '#server/views/phone-view.ts'
import { visitorReason } from '#server/views/visitor-reason.ts'
import type { VisitorReason } from '#shared/protocol/call-reason.ts'
import { phoneView as schema, type PhoneView } from '#shared/protocol/views.ts'
import type { CallReason } from '#shared/queue/call-reason.ts'

import { staffedDay, type Day } from './day.ts'
import { plainSummary } from './plain-summary.ts'

const visit: PhoneVisit = { language: 'lt', summary: { ...plainSummary, words: 'Atsiimkite A lange' } }

function seenOn(day: Day, ticket: string, notices: readonly Notice[] = []): PhoneView {
  const told = { forecast: day.forecast, notices }
  return schema.parse(phoneView(day.hall, day.hall.config!, day.ticket(ticket), visit, told, day.now))
}

test('a visitor is told why they are called, only while they are', () => {
  const day = staffedDay()
  const ticket = day.issue()
  expect(seenOn(day, ticket).reason).toBeNull()
  day.pass(4)
  day.calls('ana', 'c1')
  expect(seenOn(day, ticket).reason).toEqual({ why: 'wait', minutes: 4 })
  day.does('ana', 'ticket:start', { ticket })
  expect(seenOn(day, ticket).reason).toBeNull()
})

test('called by hand, they are told so, and nothing of others', () => {
  const day = staffedDay()
  const earlier = day.issue()
  const ticket = day.issue()
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  expect(seenOn(day, ticket).reason).toEqual({ why: 'by-hand' })
  expect(JSON.stringify(seenOn(day, earlier))).not.toContain('overtaken')
})

const waitedMs = 31.9 * 60_000
const targetMs = 30 * 60_000
const slot = Date.UTC(2026, 2, 2, 8)
test.each<[CallReason, VisitorReason | null]>([
  [{ rule: 'share', waitedMs: 59_000, targetMs, weight: 1 }, null],
  [
    { rule: 'share', waitedMs, targetMs, weight: 1 },
    { why: 'share', minutes: 31, target: 30 },
  ],
  [
    { rule: 'share', waitedMs, targetMs, weight: 2 },
    { why: 'wait', minutes: 31 },
  ],
  [
    { rule: 'first-come', waitedMs },
    { why: 'wait', minutes: 31 },
  ],
  [
    { rule: 'ratio', class: 'ordinary', turn: 2, waitedMs },
    { why: 'wait', minutes: 31 },
  ],
  [{ rule: 'priority', waitedMs, targetMs }, { why: 'priority' }],
  [
    { rule: 'appointment', slot, early: false },
    { why: 'appointment', slot },
  ],
  [
    { rule: 'appointment', slot, early: true },
    { why: 'early', slot },
  ],
  [
    { rule: 'overtaken', times: 12 },
    { why: 'overtaken', times: 12 },
  ],
  [{ rule: 'out-of-turn', waitedMs }, { why: 'out-of-turn' }],
  [{ rule: 'by-hand' }, { why: 'by-hand' }],
])('of %o a visitor is told their own wait', (reason, told) => {
  expect(visitorReason(reason)).toEqual(told)
})

test('the newest message that is meant for phones is seen while it lasts, and not by who has been served', () => {
  const day = staffedDay()
  const ticket = day.issue()
  const notice = (lt: string, changes: Partial<Notice> = {}): Notice => ({
    ...{
      id: lt,
      title: { lt },
      body: {},
      picture: null,
      zone: null,
      from: null,
      until: null,
      toPhones: true,
    },
    ...changes,
  })
  const notices = [
    notice('first'),
    notice('second', { until: day.now + 60_000 }),
    notice('planned', { from: day.now + 60_000 }),
    notice('displays only', { toPhones: false }),
  ]
  expect(seenOn(day, ticket).message).toBeNull()
  expect(seenOn(day, ticket, notices).message).toEqual({ lt: 'second' })
  day.pass(0.5)
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:start', { ticket })
  day.does('ana', 'ticket:finish', { ticket })
  expect(seenOn(day, ticket, notices).message).toBeNull()
})

test('what a visit was summed up to is there while it lasts and when it is over', () => {
  const day = staffedDay()
  const ticket = day.issue()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:start', { ticket })
  expect(seenOn(day, ticket).summary).toEqual(visit.summary)
  day.does('ana', 'ticket:finish', { ticket })
  expect(seenOn(day, ticket)).toMatchObject({ state: 'served', summary: visit.summary })
})
