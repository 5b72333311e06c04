import { flushSync } from 'svelte'
import { describe, expect, test } from 'vitest'

import type { CallReason } from '#shared/queue/call-reason.ts'

import { called, minute, now, serving, waitingRow } from './desk-view.ts'
import { stagedDesk } from './staged-desk.ts'

const staged = stagedDesk()
const { show } = staged

const wordsIn = (selector: string) =>
  [...document.querySelectorAll(selector)].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim())
const reason = () => wordsIn('.reason').join()
const row = (label: string) => wordsIn('ol li').find((words) => words.includes(label))!

/** 10:40 in Vilnius. */
const slot = now + 9 * minute

const reasons: readonly [CallReason, lt: string, en: string][] = [
  [
    { rule: 'first-come', waitedMs: 12.9 * minute },
    'Atėjo anksčiausiai, laukė 12 min.',
    'Came first, waited 12 min',
  ],
  [
    { rule: 'share', waitedMs: 31 * minute, targetMs: 30 * minute, weight: 1 },
    'Išlaukė didžiausią numatyto laiko dalį: 31 iš 30 min.',
    'Waited the largest share of the time set: 31 of 30 min',
  ],
  [
    { rule: 'share', waitedMs: 31 * minute, targetMs: 30 * minute, weight: 1.5 },
    'Išlaukė didžiausią numatyto laiko dalį, padauginus iš paslaugos svorio 1,5: 31 iš 30 min.',
    'Waited the largest share of the time set, multiplied by the service’s weight of 1.5: 31 of 30 min',
  ],
  [
    { rule: 'priority', waitedMs: 6 * minute, targetMs: 7.5 * minute },
    'Pirmenybė: laukė 6 iš 8 min.',
    'Priority: waited 6 of 8 min',
  ],
  [{ rule: 'appointment', slot, early: false }, 'Sutartas laikas – 10:40 val.', 'Appointment at 10:40'],
  [
    { rule: 'appointment', slot, early: true },
    'Sutartas laikas – 10:40 val. Atėjo anksčiau, o kitų laukiančių šiam langeliui nebuvo.',
    'Appointment at 10:40. Came early, and nobody else waited for this counter.',
  ],
  [
    { rule: 'ratio', class: 'priority', turn: 0, waitedMs: 3 * minute },
    'Pagal salės nustatytą santykį – pirmenybės eilė, laukė 3 min.',
    'By the hall’s ratio: the turn of priority, waited 3 min',
  ],
  [
    { rule: 'ratio', class: 'appointment', turn: 1, waitedMs: 3 * minute },
    'Pagal salės nustatytą santykį – sutartų laikų eilė, laukė 3 min.',
    'By the hall’s ratio: the turn of appointments, waited 3 min',
  ],
  [
    { rule: 'ratio', class: 'ordinary', turn: 2, waitedMs: 3 * minute },
    'Pagal salės nustatytą santykį – bendra eilė, laukė 3 min.',
    'By the hall’s ratio: the turn of the ordinary queue, waited 3 min',
  ],
  [
    { rule: 'overtaken', times: 12 },
    'Ši eilė aplenkta 12 kartų: daugiau neleidžiama',
    'This queue was overtaken 12 times: no more is allowed',
  ],
  [
    { rule: 'out-of-turn', waitedMs: 2 * minute },
    'Pagal įstatymą be eilės, laukė 2 min.',
    'Out of turn by law, waited 2 min',
  ],
  [{ rule: 'by-hand' }, 'Pasirinko darbuotojas', 'Chosen by a clerk'],
]

test.each(reasons)('%o is said at the number, in Lithuanian and in English', (why, lt, en) => {
  show({ visitor: called({ reason: why }) })
  expect(reason()).toBe(lt)
  show({ visitor: serving({ reason: why }) }, 'en')
  expect(reason()).toBe(en)
})

describe('beside the reason', () => {
  const facts = () => wordsIn('section[aria-label="Prie langelio"] p.quiet')

  test('stands what it leaves unsaid: the wait, an appointment’s time, overtakes', () => {
    show({
      visitor: serving({
        reason: { rule: 'by-hand' },
        waitedMs: 31 * minute,
        targetMs: 30 * minute,
        slot,
        overtaken: { rule: 3, byHand: 1, outOfTurn: 0, back: 2 },
      }),
    })
    expect(facts()).toEqual([
      'Laukė 31 iš 30 min.',
      'Sutartas laikas – 10:40 val.',
      'Aplenkė: pagal taisyklę – 3, darbuotojo pasirinkti – 1, sugrįžę – 2',
    ])
  })

  test('nothing is said twice, nor what nobody knows', () => {
    const share = { rule: 'share', waitedMs: minute, targetMs: 15 * minute, weight: 1 } as const
    show({ visitor: serving({ reason: share }) })
    expect(facts()).toEqual([])
    show({ visitor: serving({ reason: { rule: 'appointment', slot, early: false }, slot }) })
    expect(facts()).toEqual(['Laukė 12 iš 15 min.'])
    show({ visitor: serving({ reason: null, waitedMs: null }) })
    expect([reason(), facts()]).toEqual(['', []])
  })
})

test('a row says how much of the target is used, and stands out once that is all', () => {
  show({ waiting: [waitingRow('A012'), waitingRow('A013', { since: now - 16 * minute })] })
  expect([row('A012'), row('A013')]).toEqual([
    expect.stringContaining('12 iš 15 min.'),
    expect.stringContaining('16 iš 15 min.'),
  ])
  expect(wordsIn('.used.over')).toEqual(['16 iš 15 min.'])
  show({ waiting: [waitingRow('A012', { since: slot, slot })] }, 'en')
  expect(row('A012')).toContain('Appointment at 10:40')
  expect(row('A012')).toContain('0 of 15 min')
})

const until = now + 14 * minute
test.each([
  [
    { why: 'bound', until },
    'Iki 10:45 val. laukia kito langelio ar darbuotojo',
    'Waits until 10:45 for another counter or clerk',
  ],
  [
    { why: 'just-back', until: now + 45_000 },
    'Ką tik sugrįžo: dar 45 s nekviečiamas',
    'Just came back: not called for 45 s',
  ],
  [
    { why: 'language', until },
    'Iki 10:45 val. laukia jo kalba kalbančio darbuotojo',
    'Waits until 10:45 for a clerk who speaks the language',
  ],
  [
    { why: 'fallback', until },
    'Papildoma: iki 10:45 val. pirma kviečiamos pagrindinės',
    'Additional here: your first services go before it until 10:45',
  ],
  [
    { why: 'fallback', until: null },
    'Papildoma: pirma kviečiamos pagrindinės',
    'Additional here: your first services go before it',
  ],
] as const)('a row says what keeps the counter from it: %o', (exception, lt, en) => {
  show({ waiting: [waitingRow('A012', { exception })] })
  expect(row('A012')).toContain(lt)
  show({ waiting: [waitingRow('A012', { exception })] }, 'en')
  expect(row('A012')).toContain(en)
})

test('what kept the counter from a row is said until it is over, and not to whom it is offered', () => {
  const exception = { why: 'just-back', until: now + 2_000 } as const
  show({ waiting: [waitingRow('A012', { exception })] })
  expect(row('A012')).toContain('dar 2 s')
  staged.line.time = now + 2_000
  staged.desk.tick()
  flushSync()
  expect(row('A012')).not.toContain('sugrįžo')
  const fallback = { why: 'fallback', until: null } as const
  show({ waiting: [waitingRow('A012', { exception: fallback, offeredTo: 'c5' })] })
  expect(row('A012')).toContain('Siūlomas Jums')
  expect(row('A012')).not.toContain('Papildoma')
})

test('a row says how often it was overtaken, by what let the others', () => {
  show({ waiting: [waitingRow('A012', { overtaken: { rule: 2, byHand: 0, outOfTurn: 1, back: 0 } })] })
  expect(row('A012')).toContain('Aplenkė: pagal taisyklę – 2, be eilės – 1')
  show({ waiting: [waitingRow('A012', { overtaken: { rule: 0, byHand: 1, outOfTurn: 0, back: 2 } })] }, 'en')
  expect(row('A012')).toContain('Overtaken: 1 by a clerk’s choice, 2 by those who came back')
  show({ waiting: [waitingRow('A012')] })
  expect(row('A012')).not.toContain('Aplenkė')
})

test('whom the counter is offered stands on the main button, and rows say who is offered where', () => {
  const waiting = [
    waitingRow('A012', { offeredTo: 'c5' }),
    waitingRow('A013', { offeredTo: 'c6' }),
    waitingRow('A014'),
  ]
  const main = () => wordsIn('.main .words').join()
  show({ waiting, offer: { label: 'A012', service: 'papers' } })
  expect(main()).toBe('Kviesti kitą A012')
  expect(row('A012')).toContain('Siūlomas Jums')
  expect(row('A013')).toContain('Siūlomas 6B langeliui')
  expect(row('A014')).not.toContain('Siūlomas')
  show({ waiting }, 'en')
  expect(main()).toBe('Call next')
  expect([row('A012'), row('A013')]).toEqual([
    expect.stringContaining('Offered to you'),
    expect.stringContaining('Offered to counter 6B'),
  ])
  show({ visitor: called() })
  expect(main()).toBe('Pradėti aptarnavimą')
})
