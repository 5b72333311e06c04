import { expect, test } from 'vitest'

import { hallOf, hoursOf, wholeDay } from '#tests/rules/hall-of.ts'

import { onEachEngine } from './engines.ts'
import { ask, scriptedDay } from './scripted-day.ts'
import { hallOn, midnight, operator } from './test-hall.ts'

const storyOfA001 = `A001 on 2024-03-04
12:00:00  joined: passports, ordinary
12:06:00  passed over by A003 (passports, priority), called to counter 1
          why: priority goes ahead: 4 min of 7 min 30 s
          counted by the rule: 1 of at most 12
12:07:00  passed over by A002 (licences, ordinary), called to counter 2
          why: a clerk chose it
          counted by hand: 1
12:08:00  the call of A002 to counter 2 was taken back
          counted by hand: 0
12:08:00  called to counter 2, waited 8 min
          why: the largest share of its target used: 8 min of 15 min, 53 %
          chosen again: the same, for the same reason
12:09:00  did not come, may report until 12:24:00
12:12:00  reported, at its old place
12:13:30  called to counter 2, waited 13 min 30 s
          why: the largest share of its target used: 13 min 30 s of 15 min, 90 %
          passed over by coming back: A002, A005
          chosen again: the same, for the same reason
12:22:00  came to the counter
12:40:00  served, 18 min at the counter`

const storyOfA002 = `A002 on 2024-03-04
12:01:00  joined: licences, ordinary
12:06:00  passed over by A003 (passports, priority), called to counter 1
          why: priority goes ahead: 4 min of 7 min 30 s
          counted by the rule: 1 of at most 12
12:07:00  called to counter 2, waited 6 min
          why: a clerk chose it
          passed over by hand: A001
          the rule would have called A001: the largest share of its target used: 7 min of 15 min, 47 %
12:08:00  the last step was taken back: waiting again
12:11:00  passed over by A004 (passports, out of turn), called to counter 1
          why: out of turn, by law, waited 1 min
          counted out of turn: 1
12:13:30  passed over by A001 (passports, ordinary), called to counter 2
          why: the largest share of its target used: 13 min 30 s of 15 min, 90 %
          counted by coming back: 1
12:17:00  called to counter 1, waited 16 min
          why: the largest share of its target used: 16 min of 30 min, 53 %
          chosen again: the same, for the same reason
12:18:00  came to the counter
12:20:00  sent on: addresses, for counter 3 only
12:21:00  called to counter 3, waited 17 min
          why: the largest share of its target used: 17 min of 15 min, 113 %
          chosen again: the same, for the same reason
12:52:00  did not come, may report until 13:07:00`

onEachEngine((open) => {
  const told = async (...asked: [operation: 'explain' | 'order', input?: Record<string, unknown>]) =>
    (await ask(open(), ...asked)).lines.join('\n')

  test('a ticket’s story: its calls, those before it, by what, and what the rule would have done', async () => {
    const { a001 } = await scriptedDay(open())
    expect(await told('explain', { ticket: 'A001' })).toBe(storyOfA001)
    expect(await told('explain', { ticket: a001 })).toBe(storyOfA001)
    expect(await told('explain', { ticket: 'a002' })).toBe(storyOfA002)
    expect(await told('explain', { ticket: 'A005' })).toContain(
      'the rule would have called it too: the largest share of its target used: 45 min of 15 min, 300 %',
    )
  })

  test('a past day is told by its date, to its end; the day that is open without one', async () => {
    const { hall } = await scriptedDay(open())
    hall.clock.ms = midnight
    await hall.tick()
    await hall.issue({ service: 'licences', slot: null })

    const day = '2024-03-04'
    expect(await told('explain', { ticket: 'A001', day })).toBe(storyOfA001)
    expect(await told('explain', { ticket: 'A005', day })).toMatch(/\n00:00:00 {2}expired with the day$/)
    expect(await told('order', { day })).toMatch(/^The order on 2024-03-04\n/)
    expect(await told('explain', { ticket: 'A001' })).toBe(
      'A001 on 2024-03-05\n00:00:00  joined: licences, ordinary',
    )
    expect(await told('order')).toMatch(/^The order on 2024-03-05, so far\n\ncalls +0\n/)
  })

  test('all tickets of a label are told, in their order', async () => {
    const hall = await hallOn(open())
    const series = [
      { id: 'a', letter: 'A', from: 1, to: 1 },
      { id: 'b', letter: 'B', from: 1, to: 9 },
    ]
    const config = hallOf({ series, hours: hoursOf(wholeDay, wholeDay) })
    await hall.does(operator, { type: 'hall:configure', config })
    await hall.tick()
    for (const service of ['passports', 'licences'])
      await hall.does(operator, { type: 'ticket:cancel', ticket: await hall.issue({ service, slot: null }) })
    const story = (service: string) =>
      ['A1 on 2024-03-04', `12:00:00  joined: ${service}, ordinary`, '12:00:00  cancelled'].join('\n')
    expect(await told('explain', { ticket: 'A1' })).toBe(`${story('passports')}\n\n${story('licences')}`)
  })

  test('what was not given is said to be unknown', async () => {
    expect(await ask(open(), 'order')).toEqual({ ok: false, lines: ['The hall has had no day yet.'] })
    await scriptedDay(open())
    expect(await ask(open(), 'explain', { ticket: 'A\u001b[2J' })).toEqual({
      ok: false,
      lines: ['There is no ticket A [2J on 2024-03-04.'],
    })
    for (const operation of ['explain', 'order'] as const) {
      expect(await ask(open(), operation, { ticket: 'A001', day: '2024-03-03' })).toEqual({
        ok: false,
        lines: ['No ticket was given on 2024-03-03.'],
      })
    }
  })

  test('a call that the rule would not make again is found', async () => {
    await scriptedDay(open())
    const first = await open()
      .selectFrom('events')
      .select(['revision', 'data'])
      .where('type', '=', 'ticket:called')
      .orderBy('revision')
      .executeTakeFirstOrThrow()
    const reason = { rule: 'first-come', waitedMs: 240_000 }
    const data = JSON.stringify({ ...(JSON.parse(first.data) as object), reason })
    await open().updateTable('events').set({ data }).where('revision', '=', first.revision).execute()

    const rest = 'who came first, waited 4 min'
    expect(await told('explain', { ticket: 'A003' })).toContain(
      `why: ${rest}\n          passed over by the rule: A001, A002\n` +
        '          chosen again: NOT the same, but A003: priority goes ahead: 4 min of 7 min 30 s',
    )
    expect(await told('order')).toContain(
      'chosen again    6 the same, not the same: 1\n' +
        `                12:06:00  counter 1 called A003: ${rest}; again A003: priority goes ahead: 4 min of 7 min 30 s`,
    )
  })
})
