import { flushSync } from 'svelte'
import { describe, expect, test, vi } from 'vitest'

import OrderSheet from '#display/order/OrderSheet.svelte'
import { exampleFor, leadOf, partsOf, targetsOf } from '#display/order/order-parts.ts'
import { orderTexts } from '#shared/messages/order.ts'
import type { OrderFacts } from '#shared/protocol/order-facts.ts'
import { standardOrder, type OrderSettings } from '#shared/queue/order.ts'

import { sheetOf, told } from './opened-sheet.ts'

const t = orderTexts('lt')

function factsWith(order: Partial<OrderSettings> = {}, changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    hall: {
      name: { lt: 'Vilniaus skyrius', en: 'Vilnius office' },
      timeZone: 'Europe/Vilnius',
      languages: ['lt', 'en'],
      brand: { colour: null, logo: null },
    },
    on: '2025-11-24',
    order: { ...standardOrder, ...order },
    services: [
      { id: 'business', name: { lt: 'Verslas', en: 'Business' }, targetMinutes: 30 },
      { id: 'cashier', name: { lt: 'Kasa', en: 'Cashier' }, targetMinutes: 10 },
      { id: 'permits', name: { lt: 'Leidimai' }, targetMinutes: 10 },
    ],
    hasFallback: true,
    hasSpeakers: false,
    recalls: 3,
    reportMinutes: 15,
    ...changes,
  }
}

/** Numbers and their units are kept together; here that does not matter. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
const titles = (facts: OrderFacts) => partsOf(facts, t).map(({ title }) => title)
const said = (facts: OrderFacts, title: string) =>
  plain(
    partsOf(facts, t)
      .find((part) => part.title === `order.${title}.title`)
      ?.says.join(' ') ?? '',
  )

test('the sheet says what the time means that visitors are told', () => {
  expect(said(factsWith(), 'promise')).toContain('Iš penkių lankytojų keturi pakviečiami per nurodytą laiką.')
  expect(orderTexts('en')('order.promise')).toContain(
    'Of five visitors four are called within the time given.',
  )
})

describe('the sheet says of the rule', () => {
  test.each([
    ['share', 'didžiausią to laiko dalį'],
    ['first-come', 'kuris atėjo anksčiausiai'],
    ['strict', 'po jų – visi kiti'],
  ] as const)('%s', (rule, words) => {
    expect(leadOf(factsWith({ rule }), t)).toContain(words)
  })

  test('ratio, with the calls of each class', () => {
    const ratio = { priority: 1, appointment: 2, ordinary: 11 }
    const lead = leadOf(factsWith({ rule: 'ratio', ratio }), t)
    expect(lead).toContain('turinčius pirmenybę (1 kvietimas)')
    expect(lead).toContain('užsiregistravusius iš anksto (2 kvietimai)')
    expect(lead).toContain('visus kitus (11 kvietimų)')
  })
})

test('an example of the hall’s own targets shows that who waits longer may come second', () => {
  const words = plain(exampleFor(factsWith(), t)!)
  expect(words).toContain('laukęs 6 iš 10 min. išlaukė 60 %, laukęs 12 iš 30 min. – 40 %')
})

test('there is no example where it would show nothing, or where a weight would make it wrong', () => {
  const [business, ...short] = factsWith().services
  expect(exampleFor(factsWith({}, { services: short }), t)).toBeNull()
  expect(
    exampleFor(factsWith({}, { services: [{ ...business!, targetMinutes: 12 }, ...short] }), t),
  ).toBeNull()
  expect(exampleFor(factsWith({ weights: { business: 2 } }), t)).toBeNull()
  expect(exampleFor(factsWith({ rule: 'strict' }), t)).toBeNull()
  expect(exampleFor(factsWith({}, { services: [] }), t)).toBeNull()
})

test('services stand by their targets, the shortest first, each with its weight if it has one', () => {
  expect(targetsOf(factsWith({ weights: { cashier: 1.8, permits: 1 } }), 'lt')).toEqual([
    { minutes: 10, services: ['Kasa (dalis × 1,8)', 'Leidimai'] },
    { minutes: 30, services: ['Verslas'] },
  ])
  expect(targetsOf(factsWith({ rule: 'first-come' }), 'lt')).toEqual([])
})

test('the bound is told in times, and that there is none as well', () => {
  expect(said(factsWith({ mostOvertaken: 12 }), 'bound')).toContain('ne daugiau kaip 12 kartų')
  expect(said(factsWith({ mostOvertaken: 21 }), 'bound')).toContain('ne daugiau kaip 21 kartą')
  expect(said(factsWith({ mostOvertaken: null }), 'bound')).toContain('neriboja')
})

test('priority is told as far as the rule knows it', () => {
  expect(said(factsWith(), 'priority')).toBe(
    'Ją turinčiam numatyta pusė paslaugos laiko. Išlaukęs pusę savo laiko, jis kviečiamas pirma kitų. Ar ją turite, pasakys darbuotojas.',
  )
  const other = said(factsWith({ priorityShare: 0.7, aheadFrom: 0.25 }), 'priority')
  expect(other).toContain('numatyta 70 % paslaugos laiko')
  expect(other).toContain('Išlaukęs 25 % savo laiko')
  expect(said(factsWith({ aheadFrom: 0 }), 'priority')).toContain('Jis kviečiamas pirma kitų')
  expect(said(factsWith({ aheadFrom: null }), 'priority')).not.toContain('pirma kitų')
  expect(said(factsWith({ rule: 'strict' }), 'priority')).toBe('Ar ją turite, pasakys darbuotojas.')
  expect(titles(factsWith({ rule: 'first-come' }))).not.toContain('order.priority.title')
})

test('an appointment waits from its time, and too late it is none', () => {
  const share = said(factsWith(), 'appointment')
  expect(share).toContain('Pavėlavę daugiau kaip 15 min. laukiate kaip visi.')
  expect(share).toContain('Užsiregistravusiam numatyta 10 min. Išlaukęs pusę savo laiko')
  const strict = said(factsWith({ rule: 'strict', lateMinutes: 0 }), 'appointment')
  expect(strict).toContain('Pavėlavę laukiate kaip visi.')
  expect(strict).not.toContain('numatyta')
})

test('other services of a counter are told of where there are any', () => {
  expect(said(factsWith(), 'fallback')).toContain('kai kiti jau išlaukė 15 min.')
  expect(said(factsWith({ fallbackMinutes: null }), 'fallback')).toContain(
    'tik kai pagrindinių niekas nelaukia',
  )
  expect(titles(factsWith({ fallbackMinutes: 0 }))).not.toContain('order.fallback.title')
  expect(titles(factsWith({}, { hasFallback: false }))).not.toContain('order.fallback.title')
})

test('the wait for a language is told where only some of the staff speak one', () => {
  expect(titles(factsWith())).not.toContain('order.language.title')
  expect(said(factsWith({}, { hasSpeakers: true }), 'language')).toContain('Iki 15 min.')
  expect(titles(factsWith({ languageMinutes: 0 }, { hasSpeakers: true }))).not.toContain(
    'order.language.title',
  )
})

test('a missed call, a call by hand and whom to ask stand on every sheet', () => {
  for (const rule of ['share', 'first-come', 'strict', 'ratio'] as const) {
    const facts = factsWith({ rule }, { recalls: 1, reportMinutes: 20 })
    expect(said(facts, 'missed')).toContain(
      'Kvietimą galime pakartoti 1 kartą. Neatėję kreipkitės į darbuotoją per 20 min.:',
    )
    expect(titles(facts)).toEqual(
      expect.arrayContaining(['order.law.title', 'order.by-hand.title', 'order.ask.title']),
    )
  }
  expect(said(factsWith({}, { recalls: 0 }), 'missed')).toContain('Kvietimas nekartojamas.')
})

describe('the page', () => {
  const { open, answers, settle, spoken } = sheetOf(OrderSheet)
  const words = () => plain(document.body.textContent)

  test('says all in Lithuanian and then in English, with the hall’s name and the date', async () => {
    await open(told(factsWith()))
    expect(spoken()).toEqual(['lt', 'en'])
    expect(words()).toContain('Vilniaus skyrius Galioja 2025 m. lapkričio 24 d.')
    expect(words()).toContain('Vilnius office In force on 24 November 2025')
    const [lt, en] = [...document.querySelectorAll('main section')].map(
      (one) => one.querySelectorAll('dt').length,
    )
    expect(en).toBe(lt)
  })

  test('says it in Lithuanian alone where the hall speaks nothing else', async () => {
    const { hall } = factsWith()
    await open(told(factsWith({}, { hall: { ...hall, languages: ['lt'] } })))
    expect(spoken()).toEqual(['lt'])
  })

  test('of a hall that is not set up says so, and looks again', async () => {
    await open(() => Promise.resolve(Response.json({ code: 'hall/not-configured' }, { status: 409 })))
    expect(words()).toContain('Salė dar neparengta')
    answers(told(factsWith()))
    await vi.advanceTimersByTimeAsync(10_000)
    flushSync()
    expect(words()).toContain('Kaip sprendžiama, kieno eilė')
  })

  test('without a line says so, and shows the rule as soon as there is one', async () => {
    await open(() => Promise.reject(new TypeError('no line')))
    expect(words()).toContain('Ryšio nėra, bandoma prisijungti')
    answers(told(factsWith()))
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(spoken()).toEqual(['lt', 'en'])
  })

  test('keeps what it knows when the line is lost later, and says how old that is', async () => {
    await open(told(factsWith()))
    answers(() => Promise.reject(new TypeError('no line')))
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(document.querySelector('[role=status]')?.textContent).toContain('Ryšys nutrūko')
    expect(spoken()).toEqual(['lt', 'en'])
  })

  test('says when the server failed', async () => {
    await open(() => Promise.resolve(new Response('', { status: 500 })))
    expect(words()).toContain('Puslapio atverti nepavyko')
  })
})
