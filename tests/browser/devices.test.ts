import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import {
  button,
  heading,
  nobodyWaits,
  openCounter,
  openService,
  startRow,
  t,
  takeButton,
  takeTicket,
  waitingRow,
} from './screens.ts'
import { violations } from './violations.ts'

test('a new kiosk shows a code, is paired on the page of devices, works at once and stays paired', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.open('kiosk', '/kiosk')
  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  await page.getByText(t('devices.empty')).waitFor()

  await page.getByLabel(t('devices.code')).fill((await shownCode(kiosk)).toLowerCase())
  await page.getByLabel(t('devices.name')).fill('Prie durų')
  await button(page, t('devices.pair.submit')).click()
  await page.getByText(t('devices.paired', { name: 'Prie durų' })).waitFor()

  await startRow(kiosk, 'Informacija').waitFor()
  await deviceRow(page, 'Prie durų')
    .getByText(/Prisijungęs nuo \d/)
    .waitFor()
  expect(await violations(page)).toEqual([])
  await kiosk.reload()
  await startRow(kiosk, 'Informacija').waitFor()

  await button(page, `${t('devices.revoke')}: Prie durų`).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('devices.revoke'), exact: true })
    .click()
  await heading(kiosk, t('device.unpaired')).waitFor()
  expect(await shownCode(kiosk)).toMatch(/^\w{3} \w{3}$/)
  await page.getByText(t('devices.empty')).waitFor()
})

test('a screen that is taken for something else is not made it: the form says what it is, and then takes it', async () => {
  const hall = await hallInChromium()
  const screen = await hall.open('display', '/display')
  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  await page.getByLabel(t('devices.code')).fill(await shownCode(screen))
  await page.getByLabel(t('devices.name')).fill('Salė')
  await button(page, t('devices.pair.submit')).click()
  await page.getByText(t('refused.pairing/other-kind', { kind: 'display' })).waitFor()
  expect(await page.getByLabel(t('devices.kind')).inputValue()).toBe('display')
  await button(page, t('devices.pair.submit')).click()

  await screen.getByText(t('display.noCalls')).waitFor()
})

test('a wrong code is said beside the field, and what was written stays', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  await page.getByLabel(t('devices.code')).fill('nothing')
  await page.getByLabel(t('devices.name')).fill('Salė')
  await button(page, t('devices.pair.submit')).click()
  await page.getByText(t('refused.pairing/unknown-code')).waitFor()
  expect(await page.getByLabel(t('devices.name')).inputValue()).toBe('Salė')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code')
})

test('another screen takes over from a kiosk that is broken', async () => {
  const hall = await hallInChromium()
  const { page: address } = await hall.device('kiosk', { name: 'Prie durų', printer: 'preview:' })
  const [old, fresh] = [await hall.open('kiosk', address), await hall.open('kiosk', '/kiosk')]
  await startRow(old, 'Informacija').waitFor()
  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  await button(page, `${t('devices.replace')}: Prie durų`).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('devices.code')).fill(await shownCode(fresh))
  await dialog.getByRole('button', { name: t('devices.replace.submit') }).click()

  await startRow(fresh, 'Informacija').waitFor()
  await heading(old, t('device.unpaired')).waitFor()
})

test('the page of devices does not take what is being written, while the list goes on', async () => {
  const hall = await hallInChromium()
  const { page: address } = await hall.device('kiosk', { name: 'Prie durų', printer: 'preview:' })
  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  await deviceRow(page, 'Prie durų').getByText(t('devices.state.never')).waitFor()
  await page.getByLabel(t('devices.name')).fill('Sal')
  await hall.open('kiosk', address)

  await deviceRow(page, 'Prie durų')
    .getByText(/Prisijungęs nuo \d/)
    .waitFor()
  await page.keyboard.type('ė')
  expect(await page.getByLabel(t('devices.name')).inputValue()).toBe('Salė')
})

test('a kiosk whose token is revoked gives no tickets from then on', async () => {
  const hall = await hallInChromium()
  const { id, page } = await hall.device('kiosk', { printer: 'preview:' })
  const kiosk = await hall.open('kiosk', page)
  await startRow(kiosk, 'Informacija').waitFor()

  await hall.operate('device revoke', { id })

  await heading(kiosk, t('device.unpaired')).waitFor()
  expect(await kiosk.getByRole('button').count()).toBe(0)
  await kiosk.reload()
  await heading(kiosk, t('device.pair.title')).waitFor()
})

test('a display whose token is revoked says so at once and shows no numbers', async () => {
  const hall = await hallInChromium()
  const { id, page } = await hall.device('display')
  const display = await hall.open('display', page)
  await display.getByText(t('display.noCalls')).waitFor()

  await hall.operate('device revoke', { id })

  await heading(display, t('device.unpaired')).waitFor()
  expect(await display.locator('.total').count()).toBe(0)
  await shownCode(display)
})

test('the token of a device does not stay in its address, and is known when the page is loaded again', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await startRow(kiosk, 'Informacija').waitFor()
  expect(kiosk.url()).toBe(`${hall.url}/kiosk`)
  await kiosk.reload()
  await startRow(kiosk, 'Informacija').waitFor()
})

test('a double touch gives one ticket', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  await openService(kiosk, 'Informacija')
  const number = kiosk.locator('h1 .number')
  // Right after a change the kiosk takes no touch at all.
  while (!(await number.isVisible())) {
    // Faster than any finger: the first touch is not answered before the second.
    const touchTwice = (take: HTMLElement) => [take, take].forEach((one) => one.click())
    await takeButton(kiosk)
      .evaluate(touchTwice, undefined, { timeout: 800 })
      .catch(() => {})
    await number.waitFor({ timeout: 800 }).catch(() => {})
  }

  expect(await number.innerText()).toBe('A001')
  await waitingRow(desk, 'A001').waitFor()
  await desk.keyboard.press('F2')
  await nobodyWaits(desk).waitFor()
})

test('a kiosk whose printer cannot be reached says so before and after, and its ticket is on the screen', async () => {
  const hall = await hallInChromium()
  // Nobody listens on the discard port.
  const kiosk = await hall.kiosk({ printer: 'tcp://127.0.0.1:9' })
  await kiosk.getByText(t('kiosk.printerFailed.before')).waitFor()
  expect(await takeTicket(kiosk, 'Informacija')).toBe('A001')
  await kiosk.getByText(t('kiosk.printerFailed')).waitFor()
})

/** What a screen that is not paired shows. */
async function shownCode(screen: Page): Promise<string> {
  return screen.locator('.code').innerText()
}

function deviceRow(page: Page, name: string): Locator {
  return page.getByRole('row', { name: new RegExp(name) })
}
