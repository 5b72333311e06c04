import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { nameOf } from './hall-in-chromium.ts'
import { password } from './running-pages.ts'
import {
  button,
  heading,
  nobodyWaits,
  openCounter,
  openService,
  printedTicket,
  scanPage,
  scanPng,
  shownNumber,
  t,
  takeButton,
  takeTicket,
  tapUntil,
  visitor,
  waitingRow,
} from './screens.ts'

test('a number goes from the kiosk to the paper, the phone, the counter and the display', async () => {
  const hall = await hallInChromium()
  const [kiosk, display, desk] = await Promise.all([hall.kiosk(), hall.display(), hall.desk('ona')])

  const number = await takeTicket(kiosk, 'Informacija')
  expect(number).toBe('A001')
  await kiosk.getByText(t('kiosk.takeTicket')).waitFor()
  const address = await scanPage(kiosk)
  const supervisor = await hall.desk('supervisor', 'supervisor', '/counter/printer')
  expect(await scanPng(await printedTicket(supervisor, number))).toBe(address)

  const phone = await hall.open('phone', address)
  await phone.getByText(t('phone.state.waiting')).waitFor()
  expect(await shownNumber(phone)).toBe(number)
  await expect.poll(() => waitingInAll(display)).toBe('1')

  await openCounter(desk, '1')
  await waitingRow(desk, number).waitFor()
  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()
  await calls(display, [[number, '1']])
  await display.getByRole('img', { name: t('direction.left') }).waitFor()
  await phone.getByText(t('phone.goTo')).waitFor()
  expect(await phone.locator('.counter').innerText()).toBe('1')
  expect(await waitingInAll(display)).toBe('0')

  await desk.keyboard.press('F2')
  await phone.getByText(t('phone.help.serving', { counter: '1' })).waitFor()
  await display.locator('.call:not(.fresh)').getByText(number).waitFor()

  await desk.keyboard.press('F2')
  await phone.getByText(t('phone.state.served')).waitFor()
  await display.getByText(t('display.noCalls')).waitFor()
  await visitor(desk).getByText(t('desk.here.nobody')).waitFor()
})

test('what a visitor says of their needs at the kiosk is at the desk before they come, and nowhere else', async () => {
  const hall = await hallInChromium()
  const [kiosk, display, desk] = await Promise.all([hall.kiosk(), hall.display(), hall.desk('ona')])
  await openCounter(desk, '1')
  await openService(kiosk, 'Informacija')
  await tapUntil(button(kiosk, t('kiosk.needs')), heading(kiosk, t('kiosk.needs.title')))
  const signs = { name: t('kiosk.need.sign-language') }
  await tapUntil(button(kiosk, signs.name), kiosk.getByRole('button', { ...signs, pressed: true }))
  await tapUntil(takeButton(kiosk), kiosk.locator('h1 .number'))
  const number = await shownNumber(kiosk)
  const phone = await hall.open('phone', await scanPage(kiosk))
  await phone.getByText(t('phone.state.waiting')).waitFor()

  const row = waitingRow(desk, number)
  await row.getByText(t('need.sign-language')).waitFor()
  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()
  await visitor(desk).getByText(t('need.sign-language')).waitFor()
  await calls(display, [[number, '1']])
  await phone.getByText(t('phone.goTo')).waitFor()
  for (const page of [kiosk, display, phone])
    expect((await page.locator('body').innerText()).toLowerCase()).not.toMatch(/gestų|sign language/)
})

test('a clerk signs in by keyboard alone and gets to the counters', async () => {
  const hall = await hallInChromium()
  await hall.staff('ona', 'Ona', 'clerk')
  const desk = await hall.open('desk', '/counter')
  await heading(desk, t('desk.signIn.title')).waitFor()

  await desk.keyboard.type('ona')
  await desk.keyboard.press('Tab')
  await desk.keyboard.type('a wrong password')
  await desk.keyboard.press('Enter')
  await desk.getByText(t('desk.signIn.wrong')).waitFor()

  await desk.keyboard.type(password)
  await desk.keyboard.press('Enter')
  await heading(desk, t('desk.counter.choose')).waitFor()
})

test('a visitor who gives the number up on the phone is gone from the waiting list', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await waitingRow(desk, number).waitFor()

  await button(phone, t('phone.cancel')).tap()
  await button(phone, t('phone.cancel.confirm')).tap()

  await phone.getByText(t('phone.state.cancelled')).waitFor()
  await nobodyWaits(desk).waitFor()
  expect(await waitingRow(desk, number).count()).toBe(0)
})

test('a visitor who missed the call and reports waits again', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await waitingRow(desk, number).waitFor()

  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()
  await desk.keyboard.press('F8')
  await phone.getByText(t('phone.state.missed')).waitFor()
  expect(await waitingRow(desk, number).count()).toBe(0)

  await button(desk, `${t('desk.report')} ${number}`).click()
  await waitingRow(desk, number).waitFor()
  await phone.getByText(t('phone.state.waiting')).waitFor()
})

test('a paused counter goes on, and a closed one is free for the next clerk', async () => {
  const hall = await hallInChromium()
  const [desk, other] = await Promise.all([hall.desk('ona'), hall.desk('jonas')])
  await openCounter(desk, '1')
  await other.getByText(t('desk.counter.taken', { clerk: nameOf('ona') })).waitFor()

  await desk.keyboard.press('F9')
  await heading(desk, t('desk.pauseReason')).waitFor()
  await desk.keyboard.press('1')
  await button(desk, t('desk.counter.resume')).waitFor()
  await desk.keyboard.press('F2')
  await button(desk, t('desk.callNext')).waitFor()

  await button(desk, t('desk.counter.close')).click()
  await heading(desk, t('desk.counter.choose')).waitFor()
  await openCounter(other, '1')
})

/** Waits until the display shows these numbers and counters, and no others. */
async function calls(display: Page, expected: readonly (readonly [string, string])[]): Promise<void> {
  const shown = () => display.locator('.call .number').allInnerTexts()
  await expect.poll(shown, { timeout: 5_000 }).toEqual(expected.flat())
}

function waitingInAll(display: Page): Promise<string> {
  return display.locator('.total .count').innerText()
}
