import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test, vi } from 'vitest'

import DayCourse from '#counter/supervisor/DayCourse.svelte'
import Fairness from '#counter/supervisor/Fairness.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { type StaffLanguage, staffLanguages } from '#shared/messages/staff.ts'
import type { DayFairness, DayWaits } from '#shared/protocol/day.ts'

import { minute, now } from './desk-view.ts'
import './kiosk-screen.ts'

const fairness: DayFairness = {
  at: now,
  calls: 120,
  overTwice: 0.05,
  worst: {
    service: 'papers',
    name: { lt: 'Pasai', en: 'Passports' },
    class: 'priority',
    called: 9,
    withinTarget: 0.66,
  },
  mostOvertaken: { label: 'A001', times: 11, allowed: 12 },
  unjustified: { count: 0, first: [] },
  outOfTurn: { calls: 3, share: 0.025, passedOver: 21 },
}

type Part = typeof Fairness | typeof DayCourse

/** Mounted where the server answers this. */
function open(answer: object, status = 200, language: StaffLanguage = 'lt', part: Part = Fairness) {
  localStorage.clear()
  vi.stubGlobal('fetch', async () => Response.json(answer, { status }))
  onTestFinished(() => void vi.unstubAllGlobals())
  const speech = new StaffSpeech()
  speech.choose(language)
  const props = { speech, zone: 'Europe/Vilnius' }
  const mounted = mount(part, { target: document.body, props })
  onTestFinished(() => unmount(mounted))
  flushSync()
}

async function said(words: string): Promise<void> {
  await vi.waitFor(() => {
    flushSync()
    expect(document.body.textContent.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')).toContain(words)
  })
}

test('the figures are said in words, in each language', async () => {
  open(fairness)
  await said('Pasai, pirmenybė: 66 % iš 9')
  await said('5 % iš 120 kvietimų')
  await said('A001: 11 kartų, leidžiama iki 12')
  await said('3 iš 120, aplenkta 21 kartą')
  await said('Nė karto')
  await said('Suskaičiuota 10:31 val.')
  open(fairness, 200, 'en')
  await said('Passports, priority: 66% of 9')
})

test('who was overtaken without a reason is named, with when and where', async () => {
  const first = [{ at: now, counter: '5', called: 'A013', passedOver: 'A001' }]
  open({ ...fairness, unjustified: { count: 1, first } })
  await said('10:31 val. 5 langelis: A013 prieš A001')
})

test('a day without calls or not open yet says so, and so does an answer that does not come', async () => {
  for (const language of staffLanguages) {
    const nobody = language === 'lt' ? 'Šiandien dar niekas nekviestas' : 'Nobody has been called today yet'
    open({ ...fairness, calls: 0 }, 200, language)
    await said(nobody)
    open({ code: 'day/not-open' }, 409, language)
    await said(nobody)
    open({ code: 'server/internal' }, 500, language)
    await said(language === 'lt' ? 'Nepavyko suskaičiuoti' : 'It could not be counted')
  }
})

const day: DayWaits = {
  timeZone: 'Europe/Vilnius',
  quarters: [
    { from: now - 31 * minute, arrivals: 12, calls: 5, meanWaitMs: 7 * minute, waiting: 7 },
    { from: now - 16 * minute, arrivals: 0, calls: 0, meanWaitMs: null, waiting: 7 },
  ],
}

test('the day is a table beside the drawing, with the hall’s clock', async () => {
  open(day, 200, 'lt', DayCourse)
  await said('Lentelė')
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll('\u00a0', ' ')),
  )
  expect(rows).toEqual([
    ['10:00', '12', '5', '7 min.', '7'],
    ['10:15', '0', '0', '–', '7'],
  ])
})

test('a day on which nobody came yet says so, and so does an answer that does not come', async () => {
  open({ ...day, quarters: [] }, 200, 'lt', DayCourse)
  await said('Šiandien dar niekas neatėjo')
  open({ code: 'server/internal' }, 500, 'en', DayCourse)
  await said('The day so far could not be fetched')
})
