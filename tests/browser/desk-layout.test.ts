import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { defaultRights } from '#server/rights.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { openStaged } from './staged-page.ts'

const calls = ['asked for help', 'asked for help by a colleague']

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

function boxes(page: Page, ...selectors: string[]) {
  return Promise.all(selectors.map((selector) => page.locator(selector).boundingBox()))
}
