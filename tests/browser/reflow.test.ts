import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { languageOrder, languages, texts } from '#shared/messages/text.ts'
import '#tests/surfaces/every-language.ts'

import { hallInChromium } from './hall-for-test.ts'
import { button, openCounter, openService, scanPage, startRow, t, takeTicket, waitingRow } from './screens.ts'

test('the phone needs no scrolling at its own size, in any language', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  for (const language of languageOrder) {
    await button(phone, languages[language].name).tap()
    expect(await scrollsDown(phone), `waiting, ${language}`).toBe(false)
  }
  await waitingRow(desk, number).waitFor()
  await desk.keyboard.press('F2')
  await phone.locator('.counter').waitFor()
  for (const language of languageOrder) {
    await button(phone, languages[language].name).tap()
    expect(await scrollsDown(phone), `called, ${language}`).toBe(false)
  }
})

test('the first screen of the kiosk needs no scrolling, and each row is large enough for a finger', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await startRow(kiosk, 'Informacija').waitFor()
  for (const language of languageOrder) {
    await button(kiosk, languages[language].name).tap()
    const rows = await kiosk.locator('main li').all()
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(112)
    expect(await kiosk.getByRole('button', { name: texts(language)('kiosk.more') }).count()).toBe(0)
    expect(await scrollsDown(kiosk), language).toBe(false)
    expect(await scrollsSideways(kiosk), language).toBe(false)
  }
})

test('what is too long for a small panel is turned by buttons, to its end and back', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await kiosk.setViewportSize({ width: 1024, height: 600 })
  await openService(kiosk, 'Leidimai')
  const [up, more] = [button(kiosk, t('kiosk.above')), button(kiosk, t('kiosk.more'))]
  const last = kiosk.locator('.checked')
  await more.waitFor()
  expect(await up.getAttribute('aria-disabled')).toBe('true')
  await tapToTheEnd(more)
  expect(await last.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  await tapToTheEnd(up)
})

/** Taps a button until there is nothing more that way. */
async function tapToTheEnd(turn: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        // It may have come to its end while the finger came down: then it takes no tap.
        await turn.tap({ timeout: 500 }).catch(() => {})
        return turn.getAttribute('aria-disabled')
      },
      { timeout: 10_000 },
    )
    .toBe('true')
}

function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}

function scrollsDown(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollHeight > innerHeight)
}
