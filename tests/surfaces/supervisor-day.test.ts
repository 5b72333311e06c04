import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test, vi } from 'vitest'

import Fairness from '#counter/supervisor/Fairness.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { type StaffLanguage, staffLanguages } from '#shared/messages/staff.ts'
import type { DayFairness } from '#shared/protocol/day.ts'

import { now } from './desk-view.ts'
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

/** Mounted where the server answers this. */
function open(answer: object, status = 200, language: StaffLanguage = 'lt') {
  localStorage.clear()
  vi.stubGlobal('fetch', async () => Response.json(answer, { status }))
  onTestFinished(() => vi.unstubAllGlobals())
  const speech = new StaffSpeech()
  speech.choose(language)
  const props = { speech, zone: 'Europe/Vilnius' }
  const part = mount(Fairness, { target: document.body, props })
  onTestFinished(() => unmount(part))
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
