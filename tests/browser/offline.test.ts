import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import {
  button,
  heading,
  openCounter,
  scanPage,
  startRow,
  t,
  takeTicket,
  tapUntil,
  waitingRow,
} from './screens.ts'

test('every page says that its line is lost, and shows the newest state when the server is back', async () => {
  const hall = await hallInChromium()
  const [kiosk, display, desk] = await Promise.all([hall.kiosk(), hall.display(), hall.desk('ona')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await phone.getByText(t('phone.state.waiting')).waitFor()
  await tapUntil(button(kiosk, t('common.done')), startRow(kiosk, 'Informacija'))
  await waitingRow(desk, number).waitFor()

  await hall.stop()
  await heading(kiosk, t('kiosk.notNow')).waitFor()
  expect(await startRow(kiosk, 'Informacija').count()).toBe(0)
  await Promise.all([display, desk, phone].map(saysThatTheLineIsLost))
  expect(await isHeld(desk, t('desk.callNext'))).toBe(true)
  expect(await isHeld(phone, t('phone.cancel'))).toBe(true)

  await hall.start()
  await startRow(kiosk, 'Informacija').waitFor()
  await Promise.all([display, desk, phone].map(saysNothingOfTheLine))

  await desk.keyboard.press('F2')
  await phone.getByText(t('phone.goTo')).waitFor()
  await display.locator('.call').getByText(number).waitFor()
})

test('what happened while a page was away is on it when it is back', async () => {
  const hall = await hallInChromium()
  const [kiosk, display] = await Promise.all([hall.kiosk(), hall.display()])
  await display.getByText(t('display.noCalls')).waitFor()

  await hall.stop()
  await display.context().setOffline(true)
  await hall.start()
  await saysThatTheLineIsLost(display)
  await takeTicket(kiosk, 'Informacija')

  await display.context().setOffline(false)
  await expect.poll(() => display.locator('.total .count').innerText(), { timeout: 10_000 }).toBe('1')
  await saysNothingOfTheLine(display)
})

test('a page of an older build loads itself anew when the server is back with another, and only once', async () => {
  const hall = await hallInChromium()
  const display = await hall.display()
  await display.getByText(t('display.noCalls')).waitFor()
  let loads = 0
  display.on('load', () => (loads += 1))
  const loaded = display.waitForEvent('load')

  await hall.stop()
  await hall.start('a newer build')
  await loaded

  await display.getByText(t('display.noCalls')).waitFor()
  await hall.stop()
  await saysThatTheLineIsLost(display)
  await hall.start('a newer build')
  await saysNothingOfTheLine(display)
  expect(loads).toBe(1)
})

async function saysThatTheLineIsLost(page: Page): Promise<void> {
  await lineState(page).waitFor()
}

async function saysNothingOfTheLine(page: Page): Promise<void> {
  await lineState(page).waitFor({ state: 'hidden' })
}

function lineState(page: Page) {
  const [beforeTime = ''] = t('line.lost', { time: '|' }).split('|')
  return page.getByText(beforeTime).or(page.getByText(t('error.server/stopping')))
}

async function isHeld(page: Page, name: string): Promise<boolean> {
  // The desk's names who comes next behind what it does.
  return (await page.getByRole('button', { name }).getAttribute('aria-disabled')) === 'true'
}
