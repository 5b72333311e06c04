import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { loadLanguages } from '#shared/messages/catalogue.ts'
import { languageOrder } from '#shared/messages/text.ts'

import { foreignWords } from './foreign-words.ts'
import { hallInChromium } from './hall-for-test.ts'
import { kioskScreens } from './kiosk-screens.ts'
import {
  counterScreens,
  displayScreens,
  errorScreen,
  keptScreen,
  orderScreen,
  type PublicScreen,
} from './public-screens.ts'
import { openStaged } from './staged-page.ts'

beforeAll(() => loadLanguages(languageOrder))

test('what nobody has chosen a language for says it in Lithuanian first, as large and as much', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('display', 'about:blank')
  const others = ['en', 'ru', 'pl', 'uk'] as const
  for (const { name, address, scene } of [
    ...displayScreens(...others),
    ...displayScreens('uk'),
    ...counterScreens(...others),
    ...kioskScreens(...others),
    errorScreen(),
    orderScreen(),
    keptScreen(),
  ]) {
    await openStaged(page, new URL(address, hall.url).href, scene)
    expect(await foreignWords(page), name).toEqual([])
    // But it is there: a page without other languages would keep the rule by keeping silent.
    if (!scene.refused)
      expect(await page.locator('[lang]:not(html, [lang=lt], button)').count(), name).not.toBe(0)
  }
})

test('a screen that is the message says it in every language of the hall', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('display', 'about:blank')
  const others = ['en', 'ru', 'pl', 'uk'] as const
  const isMessage = ({ name }: PublicScreen) => /(display|kiosk) (closed|empty)/.test(name)
  for (const { name, address, scene } of [...displayScreens(...others), ...kioskScreens(...others)].filter(
    isMessage,
  )) {
    await openStaged(page, new URL(address, hall.url).href, scene)
    expect(await languagesOf(page), name).toEqual(['lt', ...others])
  }
})

test.each([
  ['has no Lithuanian before it', '<p lang="en">Closed</p><p lang="lt">Uždaryta</p>'],
  ['is larger', '<p lang="lt">Uždaryta</p><p lang="en" style="font-size: 2em">Closed</p>'],
  ['says more', '<p lang="lt">Uždaryta</p><p lang="en">Closed until 9</p>'],
])('a breach is found: it %s', async (told, html) => {
  const hall = await hallInChromium()
  const page = await hall.open('display', 'about:blank')
  await page.setContent(`<main>${html}</main>`)
  expect((await foreignWords(page)).join()).toContain(told)
})

async function languagesOf(page: Page): Promise<string[]> {
  const all = await page
    .locator('main [lang]')
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).lang))
  return [...new Set(all)]
}
