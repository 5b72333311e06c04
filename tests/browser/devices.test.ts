import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { heading, nobodyWaits, openCounter, serviceRow, shownNumber, t, waitingRow } from './screens.ts'

test('a kiosk whose token is revoked says so at once and gives no tickets', async () => {
  const hall = await hallInChromium()
  const { id, page } = await hall.device('kiosk', { printer: 'preview:' })
  const kiosk = await hall.open('kiosk', page)
  await serviceRow(kiosk, 'Informacija').waitFor()

  await hall.operate('device revoke', { id })

  await kiosk.getByText(t('device.unpaired')).waitFor()
  expect(await kiosk.getByRole('button').count()).toBe(0)
  await kiosk.reload()
  await kiosk.getByText(t('device.unpaired')).waitFor()
})

test('a display whose token is revoked says so at once and shows no numbers', async () => {
  const hall = await hallInChromium()
  const { id, page } = await hall.device('display')
  const display = await hall.open('display', page)
  await display.getByText(t('display.noCalls')).waitFor()

  await hall.operate('device revoke', { id })

  await display.getByText(t('device.unpaired')).waitFor()
  expect(await display.locator('.total').count()).toBe(0)
})

test('the token of a device does not stay in its address, and is known when the page is loaded again', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await serviceRow(kiosk, 'Informacija').waitFor()
  expect(kiosk.url()).toBe(`${hall.url}/kiosk`)
  await kiosk.reload()
  await serviceRow(kiosk, 'Informacija').waitFor()
})

test('a double touch gives one ticket', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  // Faster than any finger: the first touch is not answered before the second.
  await serviceRow(kiosk, 'Informacija').evaluate((row: HTMLElement) => {
    row.click()
    row.click()
  })

  expect(await shownNumber(kiosk)).toBe('A001')
  await waitingRow(desk, 'A001').waitFor()
  await desk.keyboard.press('F2')
  await nobodyWaits(desk).waitFor()
})

test('a kiosk whose printer cannot be reached says so before and after, and its ticket is on the screen', async () => {
  const hall = await hallInChromium()
  // Nobody listens on the discard port.
  const kiosk = await hall.kiosk({ printer: 'tcp://127.0.0.1:9' })
  await kiosk.getByText(t('kiosk.printerFailed.before')).waitFor()
  await serviceRow(kiosk, 'Informacija').tap()
  await heading(kiosk, `${t('kiosk.yourNumber')} A001`).waitFor()
  await kiosk.getByText(t('kiosk.printerFailed')).waitFor()
})
