import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

import { type HallInChromium, openChromium, openHallInChromium } from './hall-in-chromium.ts'
import type { HallFrom } from './running-pages.ts'

// One for all tests of a file: each page has a context of its own, as on a machine of its own.
let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

/** Opens a hall for one test, which closes it. What it looked like when the test failed is kept as pictures. */
export async function hallInChromium(from?: HallFrom, now: () => number = Date.now): Promise<HallInChromium> {
  const hall = await openHallInChromium(browser, now, from)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail')
      process.stderr.write(`The pages as they were: ${await hall.photograph()}\n`)
    await hall.close()
  })
  return hall
}
