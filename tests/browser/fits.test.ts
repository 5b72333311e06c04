import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { legibleType } from '#shared/display/legibility.ts'
import { loadLanguages } from '#shared/messages/catalogue.ts'
import { languageOrder } from '#shared/messages/text.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { hallInChromium } from './hall-for-test.ts'
import { kioskScreens, kioskVisit } from './kiosk-screens.ts'
import { misfits } from './misfits.ts'
import {
  callsScreens,
  counterScreens,
  displayScreens,
  errorScreen,
  keptScreen,
  orderScreen,
  phoneScreens,
  type PublicScreen,
} from './public-screens.ts'
import { openStaged } from './staged-page.ts'

beforeAll(() => loadLanguages(languageOrder))

const panels = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]
const kiosks = [...panels.toReversed(), { width: 1024, height: 768 }]
/** Over a desk: a stretched bar, and a small screen lying and standing; from how far each is read. */
const overCounters = [
  { width: 1920, height: 360, inches: 28, metres: 5 },
  { width: 1280, height: 800, inches: 10, metres: 3 },
  { width: 800, height: 1280, inches: 10, metres: 2.5 },
]
const phones = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]

test.each([[['en', 'ru', 'pl', 'uk']], [['uk']], [[]]] as const)(
  'all of the display can be seen in Lithuanian and %j',
  async (others) => {
    const hall = await hallInChromium()
    const page = await hall.open('display', 'about:blank')
    for (const { name, address, scene } of displayScreens(...others)) {
      await openStaged(page, new URL(address, hall.url).href, scene)
      for (const size of panels) {
        await resize(page, size)
        // What is fitted by trying is measured anew, frame after frame.
        const message = `${name}, ${size.width} wide`
        await expect.poll(() => misfits(page, 'at a glance'), { message, timeout: 5_000 }).toEqual([])
      }
    }
  },
)

test.each([[['en']], [[]]] as const)(
  'no call is smaller for how long services take, in Lithuanian and %j',
  async (others) => {
    const hall = await hallInChromium()
    const page = await hall.open('display', 'about:blank')
    const { address, scene } = displayScreens(...others)[0]!
    const view = scene.view as DisplayView
    const silent = { ...view, waiting: view.waiting.map((one) => ({ ...one, promised: null })) }
    for (const size of panels) {
      await page.setViewportSize(size)
      const boxes = []
      for (const seen of [silent, view]) {
        await openStaged(page, new URL(address, hall.url).href, { ...scene, view: seen })
        await resize(page, size)
        boxes.push(await page.locator('.calls').boundingBox())
      }
      expect(boxes[1]).toEqual(boxes[0])
    }
  },
)

test.each([[['en', 'ru', 'pl', 'uk']], [['uk']], [[]]] as const)(
  'all of the screen over a counter can be seen in Lithuanian and %j',
  async (others) => {
    const hall = await hallInChromium()
    const page = await hall.open('display', 'about:blank')
    for (const { name, address, scene } of counterScreens(...others)) {
      await openStaged(page, new URL(address, hall.url).href, scene)
      for (const { width, height } of overCounters) {
        await resize(page, { width, height })
        expect(await misfits(page, 'at a glance'), `${name}, ${width} wide`).toEqual([])
      }
    }
  },
)

test.each(overCounters)(
  'the number over a counter is read from $metres m on $inches inches, $width by $height',
  async ({ width, height, inches, metres }) => {
    const hall = await hallInChromium()
    const page = await hall.open('display', 'about:blank')
    const { address, scene } = counterScreens('en')[0]!
    await openStaged(page, new URL(address, hall.url).href, scene)
    await resize(page, { width, height })
    const type = await page
      .locator('.place .number')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    expect(type).toBeGreaterThanOrEqual(legibleType({ inches, distanceMetres: metres }, { width, height }))
  },
)

test.each(languageOrder)(
  'all of the page of the calls can be seen in %s, with text twice as large as well',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('phone', 'about:blank')
    for (const { name, address, scene } of callsScreens(language)) {
      await page.setViewportSize(phones[0]!)
      await openStaged(page, new URL(address, hall.url).href, scene)
      for (const size of [...phones, { width: 1366, height: 768 }]) {
        for (const text of ['100%', '200%']) {
          await page.evaluate((text) => (document.documentElement.style.fontSize = text), text)
          await resize(page, size)
          expect(await misfits(page, 'scrolled'), `${name}, ${size.width} wide, text ${text}`).toEqual([])
        }
      }
    }
  },
)

test.each(languageOrder)(
  'all of the phone can be seen in %s, with text twice as large as well',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('phone', 'about:blank')
    for (const { name, address, scene } of phoneScreens(language)) {
      await page.setViewportSize(phones[0]!)
      await openStaged(page, new URL(address, hall.url).href, scene)
      if (!scene.refused)
        expect(await isInSight(page, 'main .state, main [role]'), `${name}: how it stands`).toBe(true)
      for (const size of phones) {
        for (const text of ['100%', '200%']) {
          await page.evaluate((text) => (document.documentElement.style.fontSize = text), text)
          await resize(page, size)
          expect(await misfits(page, 'scrolled'), `${name}, ${size.width} wide, text ${text}`).toEqual([])
        }
      }
    }
  },
)

test.each(languageOrder)(
  'all of the kiosk can be seen in %s, from its first screen to the ticket',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('kiosk', 'about:blank')
    for await (const screen of kioskVisit(page, hall.url, language)) {
      for (const size of kiosks) {
        await resize(page, size)
        // What is longer than the page of a service is scrolled by two large buttons.
        const reading = ['service', 'needs-said', 'paused', 'cut-off'].includes(screen)
          ? 'scrolled'
          : 'at a glance'
        expect(await misfits(page, reading), `${screen}, ${size.width} wide`).toEqual([])
        expect(await heightOf(page, 'footer aside'), `${screen}, ${size.width} wide`).toBe(
          await heightOf(page, 'footer aside button'),
        )
      }
      await resize(page, kiosks[0]!)
    }
  },
)

test('all that an unattended kiosk says can be seen', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('kiosk', 'about:blank')
  for (const { name, address, scene } of kioskScreens('en', 'ru', 'pl', 'uk')) {
    await openStaged(page, new URL(address, hall.url).href, scene)
    for (const size of kiosks) {
      await resize(page, size)
      expect(await misfits(page, 'at a glance'), `${name}, ${size.width} wide`).toEqual([])
    }
  }
})

test('all of the page that is not there can be seen', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('phone', 'about:blank')
  const { address, scene } = errorScreen()
  await openStaged(page, new URL(address, hall.url).href, scene)
  for (const size of [...panels, ...phones]) {
    await resize(page, size)
    expect(await misfits(page, 'scrolled'), `${size.width} wide`).toEqual([])
  }
})

test('all of the sheet on whose turn it is can be seen, and hangs on the wall as one page', async () => {
  expect(await pagesOf(orderScreen())).toBe(1)
})

test('all of the sheet on promises can be seen, and what is printed is on whole pages', async () => {
  expect(await pagesOf(keptScreen())).toBeLessThanOrEqual(2)
})

/** How many pages a sheet is printed on, of which all can be seen on every screen and with letters twice as large. */
async function pagesOf({ address, scene }: PublicScreen): Promise<number> {
  const hall = await hallInChromium()
  const page = await hall.open('phone', 'about:blank')
  await openStaged(page, new URL(address, hall.url).href, scene)
  for (const size of [{ width: 794, height: 1123 }, ...panels, ...phones]) {
    for (const text of ['100%', '200%']) {
      await page.evaluate((text) => (document.documentElement.style.fontSize = text), text)
      await resize(page, size)
      expect(await misfits(page, 'scrolled'), `${size.width} wide, text ${text}`).toEqual([])
    }
  }
  const paper = await page.pdf({ preferCSSPageSize: true })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length
}

test.each([
  ['cut off', '<p style="width: 5em; overflow: hidden; white-space: nowrap">A long sentence</p>'],
  ['cut off', '<p style="height: 1em; overflow: hidden">One<br>two<br>three</p>'],
  ['sticks out of its box', '<p style="width: 3em">Unbreakablewordthatistoolong</p>'],
  ['lie on each other', '<p>One</p><p style="margin-top: -2em">Another</p>'],
  ['beside the window', '<p style="margin-left: -3em">Far left</p>'],
  ['below the window', '<p style="margin-top: 2000px">Far below</p>'],
  ['scrolls sideways', '<div style="width: 3000px">Wide</div>'],
])('a misfit is found: %s', async (told, html) => {
  const hall = await hallInChromium()
  const page = await hall.open('display', 'about:blank')
  await page.setContent(`<main style="font: 16px/1.4 sans-serif"><h1>A heading</h1>${html}<p>More</p></main>`)
  expect((await misfits(page, 'at a glance')).join()).toContain(told)
  await page.setContent('<main><h1>A heading</h1><p>Some words</p><p>More</p></main>')
  expect(await misfits(page, 'at a glance')).toEqual([])
})

/** And lets the page answer to it. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function heightOf(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).boundingBox())!.height
}

/** Whether all of it is seen without scrolling. */
async function isInSight(page: Page, selector: string): Promise<boolean> {
  const box = (await page.locator(selector).first().boundingBox())!
  return box.y >= 0 && box.y + box.height <= page.viewportSize()!.height
}
