import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { languageOrder, languages } from '#shared/messages/text.ts'

import { hallInChromium } from './hall-for-test.ts'
import {
  button,
  closeHall,
  heading,
  openCounter,
  scanPage,
  serviceRow,
  shownNumber,
  t,
  takeTicket,
  visitor,
  waitingRow,
} from './screens.ts'
import { violations } from './violations.ts'

test('the kiosk breaks no rule of access, open or closed, with a ticket or without a line', async () => {
  const hall = await hallInChromium()
  const [unpaired, kiosk] = await Promise.all([hall.open('kiosk', '/kiosk'), hall.kiosk()])
  await heading(unpaired, t('device.pair.title')).waitFor()
  expect(await violations(unpaired)).toEqual([])
  await serviceRow(kiosk, 'Informacija').waitFor()
  expect(await violations(kiosk)).toEqual([])
  await takeTicket(kiosk, 'Informacija')
  expect(await violations(kiosk)).toEqual([])
  await kiosk.reload()
  await closeHall(hall)
  await heading(kiosk, t('kiosk.hallClosed')).waitFor()
  expect(await violations(kiosk)).toEqual([])
  await hall.stop()
  await heading(kiosk, t('kiosk.notNow')).waitFor()
  expect(await violations(kiosk)).toEqual([])
})

test('the display and the phone break no rule of access, before a call, at it and after', async () => {
  const hall = await hallInChromium()
  const [kiosk, display, desk] = await Promise.all([hall.kiosk(), hall.display(), hall.desk('ona')])
  await openCounter(desk, '1')
  await display.getByText(t('display.noCalls')).waitFor()
  expect(await violations(display)).toEqual([])
  await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await phone.getByText(t('phone.state.waiting')).waitFor()
  expect(await violations(phone)).toEqual([])

  await desk.keyboard.press('F2')
  await phone.getByText(t('phone.goTo')).waitFor()
  expect(await violations(phone)).toEqual([])
  await display.locator('.call').waitFor()
  expect(await violations(display)).toEqual([])
  await button(phone, t('phone.cancel')).tap()
  await heading(phone, t('phone.cancel.title', { number: 'A001' })).waitFor()
  expect(await violations(phone)).toEqual([])
  await button(phone, t('phone.cancel.confirm')).tap()
  await phone.getByText(t('phone.state.cancelled')).waitFor()
  expect(await violations(phone)).toEqual([])
})

test('the desk breaks no rule of access, from signing in to a visitor at the counter', async () => {
  const hall = await hallInChromium()
  const [signIn, desk, kiosk] = await Promise.all([
    hall.open('desk', '/counter'),
    hall.desk('ona', 'supervisor'),
    hall.kiosk(),
  ])
  await heading(signIn, t('desk.signIn.title')).waitFor()
  expect(await violations(signIn)).toEqual([])
  await heading(desk, t('desk.counter.choose')).waitFor()
  expect(await violations(desk)).toEqual([])
  await openCounter(desk, '1')
  expect(await violations(desk)).toEqual([])
  const number = await takeTicket(kiosk, 'Informacija')
  await waitingRow(desk, number).waitFor()
  expect(await violations(desk)).toEqual([])
  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()
  expect(await violations(desk)).toEqual([])
  await desk.keyboard.press('p')
  await heading(desk, t('desk.transfer.title', { number })).waitFor()
  expect(await violations(desk)).toEqual([])
  await desk.goto(`${hall.url}/counter/printer`)
  await desk.getByRole('img', { name: t('preview.alt', { number }) }).waitFor()
  expect(await violations(desk)).toEqual([])
})

test('the pages for who comes by hand or by mistake break no rule of access', async () => {
  const hall = await hallInChromium()
  for (const [address, title] of [
    ['/', 'Eilė'],
    ['/no-such-page', t('page.notFound')],
    ['/t/no-such-code', t('phone.unknown.title')],
  ] as const) {
    const page = await hall.open('phone', address)
    await heading(page, title).waitFor()
    expect(await violations(page), address).toEqual([])
    expect(await scrollsSideways(page, 320), address).toBe(false)
  }
})

test('the phone needs no scrolling sideways at 320 px, nor any at its own size', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  for (const language of languageOrder) {
    await button(phone, languages[language].name).tap()
    expect(await scrollsSideways(phone, 320), `waiting, ${language}`).toBe(false)
    expect(await scrollsDown(phone), `waiting, ${language}`).toBe(false)
  }
  await waitingRow(desk, number).waitFor()
  await desk.keyboard.press('F2')
  await phone.locator('.counter').waitFor()
  for (const language of languageOrder) {
    await button(phone, languages[language].name).tap()
    expect(await scrollsSideways(phone, 320), `called, ${language}`).toBe(false)
    expect(await scrollsDown(phone), `called, ${language}`).toBe(false)
  }
})

test('eight services stand on the kiosk without scrolling, each row large enough for a finger', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await serviceRow(kiosk, 'Informacija').waitFor()
  for (const language of languageOrder) {
    await button(kiosk, languages[language].name).tap()
    const rows = await kiosk.locator('main li').all()
    expect(rows).toHaveLength(8)
    for (const row of rows) {
      const { y, height } = (await row.boundingBox())!
      expect(height).toBeGreaterThanOrEqual(112)
      expect(y + height).toBeLessThanOrEqual(1920)
    }
    expect(await scrollsDown(kiosk), language).toBe(false)
    expect(await scrollsSideways(kiosk, 1080), language).toBe(false)
  }
})

test('the kiosk can be used with Tab and Enter alone', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await serviceRow(kiosk, 'Informacija').waitFor()

  await tabTo(kiosk, 'English')
  await kiosk.keyboard.press('Enter')
  await tabTo(kiosk, 'Permits')
  await kiosk.keyboard.press('Enter')
  expect(await shownNumber(kiosk)).toBe('L001')

  await tabTo(kiosk, 'Done')
  // An Enter held too long for the screen before does nothing here.
  await expect
    .poll(async () => {
      await kiosk.keyboard.press('Enter')
      return serviceRow(kiosk, 'Informacija').count()
    })
    .toBe(1)
})

/** Presses Tab until a button that begins with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
    if (focused.startsWith(words)) return
  }
  throw new Error(`20 presses of Tab do not get to "${words}".`)
}

async function scrollsSideways(page: Page, width: number): Promise<boolean> {
  const size = page.viewportSize()!
  await page.setViewportSize({ width, height: size.height })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  await page.setViewportSize(size)
  return wide
}

function scrollsDown(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollHeight > innerHeight)
}
