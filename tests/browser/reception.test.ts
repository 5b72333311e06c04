import { expect, test } from 'vitest'

import type { ReceptionView } from '#shared/protocol/views.ts'
import { waitingPerson } from '#tests/surfaces/reception-view.ts'

import { hallInChromium } from './hall-for-test.ts'
import { focusFaults } from './keyboard.ts'
import { receptionScreens } from './reception-screens.ts'
import { password } from './running-pages.ts'
import { button, heading, t, takeTicket } from './screens.ts'
import { openStaged } from './staged-page.ts'
import { violations } from './violations.ts'

test('the reception is whole on the screens it is for, with a ticket given and one found', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('rita', 'receptionist', '/')
  for (const [width, height] of [
    [1366, 768],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await openStaged(page, `${hall.url}/counter/reception`, receptionScreens('lt')[0]!.scene)
    await page.keyboard.press('2')
    await page.getByText('A064').first().waitFor()
    await page.keyboard.press('F4')
    await page.keyboard.type('A12')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'A003' }).waitFor()
    await button(page, t('reception.code')).click()
    await page.getByRole('img', { name: t('reception.code.alt', { number: 'A064' }) }).waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, `${width} wide`).toBeLessThanOrEqual(0)
    expect(await focusFaults(page), `${width} wide`).toEqual([])
    await page.getByRole('button', { name: `${t('reception.act.change')}: A012` }).click()
    await heading(page, t('reception.change.title', { number: 'A012' })).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('who waits is listed down to the foot of the parts beside', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('rita', 'receptionist', '/')
  const { scene } = receptionScreens('lt')[0]!
  const view = scene.view as ReceptionView
  const waiting = Array.from({ length: 20 }, (_, n) => waitingPerson(`C${100 + n}`))
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const missed of [view.missed, []]) {
      const changed = { ...view, waiting, mostPressing: waiting.length, missed }
      await openStaged(page, `${hall.url}/counter/reception`, { ...scene, view: changed })
      const left = await page.locator('.queue').evaluate((queue) => {
        const zone = queue.closest('section')!
        const last = zone.lastElementChild!.getBoundingClientRect()
        return zone.getBoundingClientRect().bottom - last.bottom
      })
      expect(left, `${width} wide, ${missed.length} missed`).toBeLessThanOrEqual(20)
    }
  }
})

test('what was looked for is there again once the reception is unlocked', async () => {
  const hall = await hallInChromium()
  const number = await takeTicket(await hall.kiosk(), 'Informacija')
  const page = await hall.desk('rita', 'receptionist', '/counter/reception')
  await page.getByLabel(t('reception.find.label')).fill(number)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: number }).waitFor()

  await page.request.post(`${hall.url}/api/me/lock`, { headers: { origin: hall.url } })
  await page.getByText(t('lock.title')).waitFor()
  expect(await page.getByRole('article').count()).toBe(0)
  await page.locator('input[type=password]').fill(password)
  await button(page, t('lock.unlock')).click()
  await page.getByRole('article', { name: number }).waitFor()
})
