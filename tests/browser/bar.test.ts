import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { barSize } from '#counter/bar/bar-window.ts'
import { type StaffLanguage, staffLanguages, staffTexts } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { type DeskScreen, deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { openStaged, type Scene } from './staged-page.ts'
import { lossesWhenEnlarged, staffViolations } from './violations.ts'

/** The screen that the bar is to take a twentieth of, at most. */
const screen = { width: 1366, height: 768 }

test('the bar takes a twentieth of a screen', () => {
  expect(barSize.width * barSize.height).toBeLessThanOrEqual((screen.width * screen.height) / 20)
})

test.each(staffLanguages)(
  'the bar needs no scrolling in %s in any state, breaks no rule of access and loses nothing when enlarged',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('desk', '/')
    await page.setViewportSize(barSize)
    await page.evaluate((one) => localStorage.setItem('eile-staff-language', one), language)
    const found: string[] = []
    for (const { name, scene } of barScreens(language)) {
      await openStaged(page, new URL('/counter/bar', hall.url).href, scene)
      if (await isScrolled(page)) found.push(`${name}: is scrolled`)
      const all = [...(await staffViolations(page, language)), ...(await lossesWhenEnlarged(page))]
      found.push(...all.map((one) => `${name}, ${one}`))
    }
    expect(found).toEqual([])
  },
)

/** The desk's states without their questions; and a visitor who is awaited, while all else happens too. */
function barScreens(language: StaffLanguage): Pick<DeskScreen, 'name' | 'scene'>[] {
  const screens = deskScreens(language).filter(({ key, name }) => !key && name !== 'no counters')
  const [called, helped] = ['called', 'asked for help by a colleague'].map(
    (name) => screens.find((one) => one.name === name)!.scene,
  )
  const { help } = helped!.view as DeskView
  const crowded = { ...called!, view: { ...(called!.view as DeskView), help } }
  const all = [
    ...screens,
    { name: 'called, asked for help', scene: crowded },
    { name: 'called, lost', scene: { ...called!, lost: true as const } },
  ]
  return all.map(({ name, scene }) => ({ name, scene: { ...scene, said: saidAtBar(scene, language) } }))
}

/** The bar does not say at which counter it is. */
function saidAtBar({ said, view }: Scene, language: StaffLanguage): string {
  const t = staffTexts(language)
  if (said !== t('desk.counter.at', { counter: '5' })) return said
  const { visitor, shift } = view as DeskView
  return visitor?.label ?? t(shift?.pause ? 'desk.counter.resume' : 'desk.callNext')
}

function isScrolled(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement
    return scrollHeight > innerHeight || scrollWidth > innerWidth
  })
}
