import { expect, test } from 'vitest'

import { staffLanguages } from '#shared/messages/staff.ts'

import { deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { openStaged } from './staged-page.ts'
import { lossesWhenEnlarged, staffViolations } from './violations.ts'

test.each(staffLanguages)(
  'the desk breaks no rule of access in %s, in any state, and loses nothing when enlarged',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('desk', '/')
    await page.evaluate((one) => localStorage.setItem('eile-staff-language', one), language)
    const found: string[] = []
    for (const { name, scene, key } of deskScreens(language)) {
      await openStaged(page, new URL('/counter', hall.url).href, scene)
      if (key) {
        await page.keyboard.press(key)
        await page.getByRole('dialog').waitFor()
      }
      const all = [...(await staffViolations(page, language)), ...(await lossesWhenEnlarged(page))]
      found.push(...all.map((one) => `${name}, ${one}`))
    }
    expect(found).toEqual([])
  },
  // Each state is looked at twice, and there are many.
  120_000,
)
