import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { languageOrder, languages } from '#shared/messages/text.ts'
import type { Language } from '#shared/queue/config.ts'
import '#tests/surfaces/every-language.ts'

import { hallInChromium } from './hall-for-test.ts'
import { kioskScreens } from './kiosk-screens.ts'
import {
  callsScreens,
  counterScreens,
  displayScreens,
  errorScreen,
  keptScreen,
  orderScreen,
  phoneScreens,
} from './public-screens.ts'
import { closeHall, heading, openService, serviceRow, startRow, t, takeButton, tapUntil } from './screens.ts'
import { openStaged } from './staged-page.ts'
import { violations } from './violations.ts'

const others = languageOrder.filter((language) => language !== 'lt')

test('the phone breaks no rule of access in any state and language', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('phone', 'about:blank')
  const found: string[] = []
  for (const { name, address, scene } of [
    ...phoneScreens('lt'),
    ...callsScreens('lt'),
    errorScreen(),
    orderScreen(),
    keptScreen(),
  ]) {
    await openStaged(page, new URL(address, hall.url).href, scene)
    for (const language of languageOrder) {
      const choose = page.getByRole('button', { name: languages[language].name, exact: true })
      if ((await choose.count()) > 0) await choose.tap()
      const rules = language === 'lt' ? 'all' : 'words'
      for (const one of await violations(page, rules)) found.push(`${name}, ${language}, ${one}`)
    }
  }
  expect(found).toEqual([])
})

test('displays break no rule of access in any state, with one language or all', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('display', '/display')
  await heading(page, t('device.pair.title')).waitFor()
  const found = await violations(page)
  for (const { name, address, scene } of [
    ...displayScreens(...others),
    ...displayScreens(),
    ...counterScreens(...others),
    ...counterScreens(),
  ]) {
    await openStaged(page, new URL(address, hall.url).href, scene)
    for (const one of await violations(page)) found.push(`${name}, ${one}`)
  }
  expect(found).toEqual([])
})

test('the kiosk breaks no rule of access on any screen, in any language', async () => {
  const hall = await hallInChromium()
  const [unpaired, kiosk] = await Promise.all([hall.open('kiosk', '/kiosk'), hall.kiosk()])
  await heading(unpaired, t('device.pair.title')).waitFor()
  const found = await violations(unpaired)
  const look = async (name: string) =>
    found.push(...(await inEveryLanguage(kiosk)).map((one) => `${name}, ${one}`))

  await startRow(kiosk, 'Informacija').waitFor()
  await look('start')
  await tapUntil(serviceRow(kiosk, 'Gyventojams'), serviceRow(kiosk, 'Informacija'))
  await look('group')
  await tapUntil(serviceRow(kiosk, 'Informacija'), takeButton(kiosk))
  await look('service')
  const needs = heading(kiosk, t('kiosk.needs.title'))
  await tapUntil(kiosk.getByRole('button', { name: t('kiosk.needs') }), needs)
  const hearing = kiosk.getByRole('button', { name: t('kiosk.need.hearing') })
  await tapUntil(hearing, kiosk.locator('[aria-pressed=true]').and(hearing))
  await look('needs')
  await kiosk.getByRole('button', { name: t('kiosk.back') }).tap()
  await heading(kiosk, 'Informacija').waitFor()
  await look('service with needs')
  const question = heading(kiosk, t('kiosk.assistance.title'))
  await tapUntil(kiosk.getByRole('button', { name: t('kiosk.callStaff') }), question)
  await look('assistance')
  const called = kiosk.getByText(t('kiosk.staffCalled'))
  await tapUntil(kiosk.getByRole('button', { name: t('kiosk.assistance.yes') }), called)
  await look('staff called')
  await tapUntil(takeButton(kiosk), kiosk.locator('h1 .number'))
  await look('ticket')
  await kiosk.reload()
  await closeHall(hall)
  await heading(kiosk, t('kiosk.hallClosed')).waitFor()
  await look('closed')
  await hall.stop()
  await heading(kiosk, t('kiosk.notNow')).waitFor()
  found.push(...(await violations(kiosk)))
  for (const { name, address, scene } of kioskScreens(...others)) {
    await openStaged(unpaired, new URL(address, hall.url).href, scene)
    for (const one of await violations(unpaired)) found.push(`${name}, ${one}`)
  }
  expect(found).toEqual([])
})

test('the warning before a kiosk goes back is seen, heard, and breaks no rule of access', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.open('kiosk', 'about:blank')
  await kiosk.addInitScript(hurry)
  await kiosk.goto((await hall.device('kiosk', { printer: 'preview:' })).page)
  await openService(kiosk, 'Leidimai')
  const warning = kiosk.getByRole('alertdialog')
  await warning.waitFor()
  expect(await inEveryLanguage(kiosk)).toEqual([])
  expect(await kiosk.evaluate(() => notesPlayed)).toBe(2)
  await kiosk.keyboard.press('Enter')
  await warning.waitFor({ state: 'hidden' })
})

/** How many notes the page has let sound. */
declare const notesPlayed: number

/** Runs in the page before its own scripts: nobody waits half a minute, and what sounds is counted. */
function hurry(): void {
  const wait = globalThis.setTimeout
  const start = OscillatorNode.prototype.start
  Object.assign(globalThis, {
    notesPlayed: 0,
    setTimeout: (act: () => void, after?: number) => wait(act, after === 30_000 ? 1_500 : after),
  })
  OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
    Object.assign(globalThis, { notesPlayed: notesPlayed + 1 })
    start.call(this, when)
  }
}

/** The rules that the kiosk breaks as it is now, in each language it speaks. */
async function inEveryLanguage(kiosk: Page): Promise<string[]> {
  const found: string[] = []
  for (const language of [...languageOrder].reverse()) {
    await speak(kiosk, language)
    const rules = language === 'lt' ? 'all' : 'words'
    for (const one of await violations(kiosk, rules)) found.push(`${language}, ${one}`)
  }
  return found
}

/** Behind a question nobody can press it, but the screen would change all the same. */
async function speak(kiosk: Page, language: Language): Promise<void> {
  const choose = kiosk.locator('header button', { hasText: languages[language].name })
  await choose.evaluate((one: HTMLElement) => one.click())
  await kiosk.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
}
