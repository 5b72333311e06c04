import { expect, test } from 'vitest'

import { deleteAnswersBefore, findAnswers, keepAnswers } from '#server/db/answers.ts'
import { appendEvents, eventsAfter, lastRevision } from '#server/db/events.ts'
import { addHall, findHall, listHalls, saveHall } from '#server/db/halls.ts'
import { deleteLegsAfter, legsOfDay, upsertLegs } from '#server/db/legs.ts'
import { addNotes, notesOfVisits } from '#server/db/notes.ts'
import { closeShift, shiftsBetween, upsertShifts } from '#server/db/shifts.ts'
import { countTickets, findTicket, ticketsByLabel, ticketsOfDay, upsertTickets } from '#server/db/tickets.ts'
import { addVisits, eraseVisitsBefore, findVisits } from '#server/db/visits.ts'

import { onEachEngine } from './engines.ts'
import { event, leg, range, tenOClock, ticket } from './rows.ts'

onEachEngine((open) => {
  test('a hall keeps what a transaction saved and stays when it is added again', async () => {
    const db = open()
    await db
      .transaction()
      .execute(async (trx) =>
        saveHall(trx, 'vilnius', { revision: 3_000_000_000, day: '2026-08-03', day_revision: 2_999_999_999 }),
      )
    await addHall(db, { id: 'vilnius', createdAt: 5 })

    expect(await findHall(db, 'vilnius')).toEqual({
      id: 'vilnius',
      revision: 3_000_000_000,
      day: '2026-08-03',
      day_revision: 2_999_999_999,
      config: null,
      created_at: 1_000,
    })
    expect(await findHall(db, 'kaunas')).toBeNull()
    expect((await listHalls(db)).map((hall) => hall.id)).toEqual(['vilnius'])
  })

  test('a hall that is not there cannot be saved', async () => {
    const saving = open()
      .transaction()
      .execute((trx) => saveHall(trx, 'kaunas', { revision: 1 }))
    await expect(saving).rejects.toThrow('There is no hall kaunas')
  })

  test('events come back in pages and in order, with numbers as numbers', async () => {
    const db = open()
    await addHall(db, { id: 'kaunas', createdAt: 1 })
    const backwards = range(250).reverse()
    await db.transaction().execute(async (trx) => {
      await appendEvents(
        trx,
        backwards.map((revision) => event(revision)),
      )
      await appendEvents(trx, [event(251, { data: '{"label":"Ž"}' }), event(1, { hall_id: 'kaunas' })])
    })

    const first = await eventsAfter(db, 'vilnius', 0, 200)
    const second = await eventsAfter(db, 'vilnius', 200, 200)
    expect([...first, ...second].map((row) => row.revision)).toEqual(range(251))
    expect(second.at(-1)).toEqual(event(251, { data: '{"label":"Ž"}' }))
    expect(await eventsAfter(db, 'vilnius', 251, 200)).toEqual([])
  })

  test('the last revision is a number, and 0 in a hall without events', async () => {
    const db = open()
    expect(await lastRevision(db, 'vilnius')).toBe(0)
    await db.transaction().execute((trx) => appendEvents(trx, [event(5_000_000_000)]))
    expect(await lastRevision(db, 'vilnius')).toBe(5_000_000_000)
  })

  test('a revision that is taken throws, and nothing of the transaction remains', async () => {
    const db = open()
    await db.transaction().execute((trx) => appendEvents(trx, [event(2)]))
    const writing = db.transaction().execute((trx) => appendEvents(trx, [event(1), event(2)]))
    await expect(writing).rejects.toThrow()
    expect((await eventsAfter(db, 'vilnius', 0, 9)).map((row) => row.revision)).toEqual([2])
  })

  test('an event of an unknown hall throws', async () => {
    const writing = open()
      .transaction()
      .execute((trx) => appendEvents(trx, [event(1, { hall_id: 'nowhere' })]))
    await expect(writing).rejects.toThrow(/foreign key/i)
  })

  test('an answer is found by its own sender and command only', async () => {
    const db = open()
    const answer = (sender: string, command_id: string) => {
      return { hall_id: 'vilnius', sender, command_id, answer: `${sender} ${command_id}`, at: tenOClock }
    }
    await db.transaction().execute((trx) =>
      keepAnswers(
        trx,
        range(230).map((n) => answer('kiosk', `c${n}`)),
      ),
    )
    await db.transaction().execute((trx) => keepAnswers(trx, [answer('desk', 'c1')]))

    const keys = [...range(230).map((n) => `c${n}`), 'new'].map((commandId) => ({
      sender: 'kiosk',
      commandId,
    }))
    const found = await findAnswers(db, 'vilnius', keys)
    expect(found).toHaveLength(230)
    expect(found).toContainEqual(answer('kiosk', 'c230'))
    expect(await findAnswers(db, 'vilnius', [{ sender: 'desk', commandId: 'c2' }])).toEqual([])
    expect(await findAnswers(db, 'kaunas', [{ sender: 'desk', commandId: 'c1' }])).toEqual([])
    expect(await findAnswers(db, 'vilnius', [])).toEqual([])
  })

  test('the answer of one command cannot be kept twice', async () => {
    const db = open()
    const row = { hall_id: 'vilnius', sender: 'kiosk', command_id: 'c1', answer: '{}', at: 1 }
    await db.transaction().execute((trx) => keepAnswers(trx, [row]))
    await expect(db.transaction().execute((trx) => keepAnswers(trx, [row]))).rejects.toThrow()
  })

  test('old answers are deleted by time', async () => {
    const db = open()
    const rows = [1, 2, 3].map((at) => ({
      hall_id: 'vilnius',
      sender: 's',
      command_id: `c${at}`,
      answer: '',
      at,
    }))
    await db.transaction().execute((trx) => keepAnswers(trx, rows))
    expect(await deleteAnswersBefore(db, 3)).toBe(2)
    const keys = rows.map((row) => ({ sender: 's', commandId: row.command_id }))
    expect((await findAnswers(db, 'vilnius', keys)).map((row) => row.command_id)).toEqual(['c3'])
  })

  test('a ticket is added and then brought up to date, and the last row of a batch counts', async () => {
    const db = open()
    const called = ticket('t1', {
      state: 'called',
      counter: '4',
      clerk: 'rasa',
      called_at: tenOClock + 5,
      revision: 2,
    })
    await db.transaction().execute((trx) => upsertTickets(trx, [ticket('t1')]))
    await db.transaction().execute((trx) => upsertTickets(trx, [ticket('t1', { revision: 9 }), called]))
    expect(await findTicket(db, 'vilnius', 't1')).toEqual(called)
    expect(await findTicket(db, 'kaunas', 't1')).toBeNull()
  })

  test('every column that can change is brought up to date', async () => {
    const db = open()
    const later = ticket('t1', {
      service: 'permits',
      class: 'priority',
      state: 'served',
      counter: '7',
      clerk: 'jonas',
      called_at: 1,
      started_at: 2,
      ended_at: 3,
      outcome: 'served',
      revision: 4,
      snapshot: '{"state":"served"}',
    })
    await db.transaction().execute((trx) => upsertTickets(trx, [ticket('t1')]))
    // The statement is known by now, and is not of this order.
    const turned = Object.fromEntries(Object.entries(later).toReversed()) as unknown as typeof later
    await db.transaction().execute((trx) => upsertTickets(trx, [turned]))
    expect(await findTicket(db, 'vilnius', 't1')).toEqual(later)
  })

  test('more tickets than fit one statement are all written, and counted by state as numbers', async () => {
    const db = open()
    const tickets = range(2_001).map((number) => {
      return ticket(`t${number}`, { number, state: number % 4 === 0 ? 'served' : 'waiting' })
    })
    await db.transaction().execute((trx) => upsertTickets(trx, tickets))
    expect(await countTickets(db, 'vilnius', '2026-08-03')).toEqual([
      { state: 'served', count: 500 },
      { state: 'waiting', count: 1_501 },
    ])
    expect(await countTickets(db, 'vilnius', '2026-08-04')).toEqual([])
  })

  test('tickets of a label and of a day come in the order of issue', async () => {
    const db = open()
    await db
      .transaction()
      .execute((trx) =>
        upsertTickets(trx, [
          ticket('again', { issued_at: tenOClock + 2 }),
          ticket('first', { issued_at: tenOClock }),
          ticket('other', { issued_at: tenOClock + 1, label: 'B001' }),
          ticket('yesterday', { day: '2026-08-02' }),
        ]),
      )
    const labelled = await ticketsByLabel(db, 'vilnius', '2026-08-03', 'A001')
    expect(labelled.map((row) => row.id)).toEqual(['first', 'again'])
    const day = await ticketsOfDay(db, 'vilnius', '2026-08-03')
    expect(day.map((row) => row.id)).toEqual(['first', 'other', 'again'])
    const { snapshot: _, ...facts } = ticket('first')
    expect(day[0]).toEqual(facts)
  })

  test('legs are added, brought up to date and taken back', async () => {
    const db = open()
    const ended = leg('t1', 1, {
      service: 'permits',
      queued_at: tenOClock - 1,
      called_at: tenOClock,
      started_at: tenOClock + 1,
      ended_at: tenOClock + 2,
      counter: '4',
      clerk: 'rasa',
      waited_ms: 3_000_000_000,
      served_ms: 2,
      outcome: 'transferred',
    })
    await db.transaction().execute(async (trx) => {
      await upsertTickets(trx, [ticket('t1')])
      await upsertLegs(trx, [leg('t1', 1), leg('t1', 2)])
      await upsertLegs(trx, [leg('t1', 1, { outcome: 'no-show' }), ended])
    })
    expect(await legsOfDay(db, 'vilnius', '2026-08-03')).toEqual([ended, leg('t1', 2)])

    await db.transaction().execute((trx) => deleteLegsAfter(trx, 't1', 1))
    expect(await legsOfDay(db, 'vilnius', '2026-08-03')).toEqual([ended])
  })

  test('a shift is opened, closed once and found by when it was opened', async () => {
    const db = open()
    const shift = (id: string, counter: string, opened_at: number) => {
      return { id, hall_id: 'vilnius', counter, clerk: 'rasa', opened_at, closed_at: null }
    }
    await db.transaction().execute(async (trx) => {
      await upsertShifts(trx, [shift('s1', '4', 10), shift('s2', '5', 20)])
      await closeShift(trx, 'vilnius', '4', 30)
      await closeShift(trx, 'vilnius', '4', 40)
      await upsertShifts(trx, [{ ...shift('s2', '5', 20), closed_at: 50 }])
    })
    expect(await shiftsBetween(db, 'vilnius', 10, 21)).toEqual([
      { ...shift('s1', '4', 10), closed_at: 30 },
      { ...shift('s2', '5', 20), closed_at: 50 },
    ])
    expect(await shiftsBetween(db, 'vilnius', 11, 20)).toEqual([])
  })

  test('erasing a visit erases its notes and leaves the ticket', async () => {
    const db = open()
    const visit = (id: string, created_at: number) => {
      return { id, hall_id: 'vilnius', language: 'uk', needs: '["hearing"]', summary: null, created_at }
    }
    const note = {
      id: 'n1',
      ticket_id: 't1',
      visit_id: 'old',
      leg: 1,
      text: 'brings a lawyer',
      by: 'rasa',
      at: 7,
    }
    await db.transaction().execute(async (trx) => {
      await addVisits(trx, [visit('old', 10), visit('new', 20)])
      await upsertTickets(trx, [ticket('t1', { visit_id: 'old' })])
      await addNotes(trx, [{ ...note, id: 'n2', at: 8 }, note])
    })
    expect((await notesOfVisits(db, ['old'])).map((row) => row.id)).toEqual(['n1', 'n2'])
    expect(await findVisits(db, ['old', 'gone'])).toEqual([visit('old', 10)])

    expect(await eraseVisitsBefore(db, 'vilnius', 20)).toBe(1)
    expect(await notesOfVisits(db, ['old'])).toEqual([])
    expect((await findVisits(db, ['old', 'new'])).map((row) => row.id)).toEqual(['new'])
    expect((await findTicket(db, 'vilnius', 't1'))?.visit_id).toBe('old')
  })

  test('transactions that read and then write lose nothing, and reads outside wait for them', async () => {
    const db = open()
    const step = () =>
      db.transaction().execute(async (trx) => {
        const revision = (await lastRevision(trx, 'vilnius')) + 1
        await findAnswers(trx, 'vilnius', [{ sender: 's', commandId: `${revision}` }])
        await appendEvents(trx, [event(revision)])
        await saveHall(trx, 'vilnius', { revision })
      })
    const both = await Promise.all(range(20).flatMap(() => [step(), findHall(db, 'vilnius')]))
    expect(both).toHaveLength(40)
    expect(await lastRevision(db, 'vilnius')).toBe(20)
    expect((await findHall(db, 'vilnius'))?.revision).toBe(20)
  })
})
