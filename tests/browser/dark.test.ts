import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { phoneScreens } from './public-screens.ts'
import { heading, openCounter, t, takeTicket, visitor, waitingRow } from './screens.ts'
import { openStaged } from './staged-page.ts'
import { violations } from './violations.ts'

test('the desk is dark where the system is, and breaks no rule of access there', async () => {
  const hall = await hallInChromium()
  const [signIn, desk, kiosk] = await Promise.all([
    hall.open('desk', '/counter'),
    hall.desk('ona', 'supervisor'),
    hall.kiosk(),
  ])
  for (const page of [signIn, desk]) await page.emulateMedia({ colorScheme: 'dark' })
  await heading(signIn, t('desk.signIn.title')).waitFor()
  expect(await violations(signIn)).toEqual([])
  await heading(desk, t('desk.counter.choose')).waitFor()
  expect(await ground(desk)).toBe('rgb(13, 27, 36)')
  expect(await violations(desk)).toEqual([])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  await waitingRow(desk, number).waitFor()
  expect(await violations(desk)).toEqual([])
  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()
  expect(await violations(desk)).toEqual([])
  await desk.keyboard.press('p')
  await heading(desk, t('desk.transfer.title', { number })).waitFor()
  expect(await violations(desk)).toEqual([])
})

test('an administrator’s pages break no rule of access in the dark', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ona', 'administrator')
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const address of [
    '/',
    '/counter/staff',
    '/counter/rights',
    '/counter/record',
    '/counter/supervisor',
    '/counter/services',
    '/counter/devices',
    '/counter/notices',
    '/counter/printer',
  ]) {
    await page.goto(new URL(address, hall.url).href)
    await page.locator('main h1, main h2').first().waitFor()
    expect(await ground(page), address).toBe('rgb(13, 27, 36)')
    expect(await violations(page), address).toEqual([])
  }
})

test('the phone is dark where it is set so, and breaks no rule of access in any state', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('phone', 'about:blank')
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const { name, address, scene } of phoneScreens('lt')) {
    await openStaged(page, new URL(address, hall.url).href, scene)
    expect(await ground(page), name).toBe('rgb(13, 27, 36)')
    expect(await violations(page), name).toEqual([])
  }
})

test('a kiosk and a display look the same whatever the system is set to', async () => {
  const hall = await hallInChromium()
  const [kiosk, display] = await Promise.all([hall.kiosk(), hall.display()])
  await kiosk.locator('main').waitFor()
  await display.locator('main').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await kiosk.emulateMedia({ colorScheme })
    await display.emulateMedia({ colorScheme })
    expect(await ground(kiosk)).toBe('rgb(251, 250, 247)')
    expect(await ground(display)).toBe('rgb(13, 27, 36)')
  }
})

function ground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
}
