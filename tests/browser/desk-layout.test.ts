import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { defaultRights } from '#server/rights.ts'
import type { DeskView } from '#shared/protocol/views.ts'
import { minute, now, putAside } from '#tests/surfaces/desk-view.ts'

import { deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { openStaged } from './staged-page.ts'

const calls = [
  'asked for help',
  'asked for help by a colleague',
  'asked for help by many',
  'helped by a colleague',
]

test.each(['lt', 'en'] as const)(
  'a call for help covers and moves nothing of the desk in %s',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('desk', '/counter')
    await page.evaluate((chosen) => localStorage.setItem('eile-staff-language', chosen), language)
    const show = async (name: string, rights: readonly string[]) => {
      const { scene } = deskScreens(language).find((one) => one.name === name)!
      const view = scene.view as DeskView
      const me = { ...view.me, rights: [...rights] }
      await openStaged(page, new URL('/counter', hall.url).href, { ...scene, view: { ...view, me } })
    }
    for (const rights of [defaultRights.clerk, defaultRights.supervisor]) {
      await show('busy', rights)
      const still = await boxes(page, 'header nav', 'main')
      for (const name of calls) {
        await show(name, rights)
        expect(await boxes(page, 'header nav', 'main'), name).toEqual(still)
        const [call, where, nav] = await boxes(page, 'header aside', 'header .where', 'header nav')
        expect(call!.x, name).toBeGreaterThanOrEqual(where!.x + where!.width)
        expect(call!.y + call!.height, name).toBeLessThanOrEqual(nav!.y)
      }
    }
  },
)

test('the queue has the room that who is put aside and missed leaves; for one of each nothing moves', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('desk', '/counter')
  const show = async (parked: DeskView['parked'], missed: DeskView['missed']) => {
    const { scene } = deskScreens('lt').find(({ name }) => name === 'busy')!
    const view = { ...(scene.view as DeskView), parked, missed }
    await openStaged(page, new URL('/counter', hall.url).href, { ...scene, view })
    return boxes(page, '.queue')
  }
  const none = await show([], [])
  const missed = { id: 'a004', label: 'A004', until: now + 20 * minute }
  expect(await show([putAside('A003', { notes: ['Grįš su vertėju.'] })], [missed])).toEqual(none)
  const [many] = await show(
    ['A003', 'A005', 'A006', 'A007'].map((label) => putAside(label)),
    [],
  )
  expect(many!.y).toBe(none[0]!.y)
  expect(many!.height).toBeLessThan(none[0]!.height)
})

test('in a low window what a zone has no room for is scrolled to', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('desk', 'about:blank')
  await page.setViewportSize({ width: 1366, height: 560 })
  const { scene } = deskScreens('lt').find(({ name }) => name === 'called')!
  await openStaged(page, new URL('/counter', hall.url).href, scene)
  const undo = page.getByRole('button', { name: /^Anuliuoti/ })
  await undo.scrollIntoViewIfNeeded()
  const box = (await undo.boundingBox())!
  expect(box.y + box.height).toBeLessThanOrEqual(560)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(560)
})

function boxes(page: Page, ...selectors: string[]) {
  return Promise.all(selectors.map((selector) => page.locator(selector).boundingBox()))
}
