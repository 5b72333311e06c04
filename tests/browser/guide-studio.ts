import { mkdirSync, writeFileSync } from 'node:fs'

import type { Browser, Locator, Page } from 'playwright-core'

import { staffTexts, type StaffLanguage, type StaffTranslate } from '#shared/messages/staff.ts'

import { inFewColours } from './few-colours.ts'
import { openHallInChromium, type HallInChromium } from './hall-in-chromium.ts'
import type { HallFrom } from './running-pages.ts'

/** Monday morning in Vilnius, so that the pictures change only with the pages. */
const morning = Date.UTC(2026, 10, 23, 8, 10)
const pictures = new URL('../../docs/pictures/', import.meta.url)

/** Around a part of a page, in CSS pixels. */
const margin = 12

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

/** A hall whose clock stands, and whose staff pages speak one language. */
export interface Studio {
  readonly hall: HallInChromium
  readonly language: StaffLanguage
  readonly t: StaffTranslate
  now(): number
  /** Lets time pass, for the server and for every page that was made ready: each is opened anew. */
  pass(minutes: number): Promise<void>
  /** Has a page show this hall's time in this language. */
  ready(page: Page): Promise<Page>
  /** What a page shows, at the address that a hall has by default. */
  shot(page: Page, ...around: Locator[]): Promise<Buffer>
  /** A picture of this language: all of a page, or these parts of it and a little around. */
  keep(name: string, page: Page, ...around: Locator[]): Promise<void>
}

export async function openStudio(
  browser: Browser,
  language: StaffLanguage,
  from?: HallFrom,
): Promise<Studio> {
  let now = morning
  const ready: Page[] = []
  const hall = await openHallInChromium(browser, () => now, from)

  async function shot(page: Page, ...around: Locator[]): Promise<Buffer> {
    // Nothing is pointed at.
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(namePort, [new URL(hall.url).port, '3000'] as const)
    await page.evaluate(writeTimes, language === 'lt' ? 'lt-LT' : 'en-GB')
    const boxes = (await Promise.all(around.map((part) => part.boundingBox()))).filter((box) => box !== null)
    return page.screenshot(boxes.length > 0 ? { clip: widened(boxes) } : {})
  }

  /** Opens the page as of now: one that saw the time leap would take its line for dead, and its clerk for gone. */
  async function openNow(page: Page): Promise<void> {
    const address = page.url()
    // Of the same origin, and nothing on it looks at the time.
    await page.goto(new URL('/healthz', address).href)
    await page.evaluate((at) => localStorage.setItem('eile-active-at', String(at)), now)
    await page.clock.setFixedTime(now)
    await page.goto(address)
  }

  return {
    hall,
    language,
    t: staffTexts(language),
    now: () => now,
    async pass(minutes) {
      now += minutes * 60_000
      await Promise.all(ready.map(openNow))
    },
    async ready(page) {
      await page.evaluate((spoken) => localStorage.setItem('eile-staff-language', spoken), language)
      await openNow(page)
      ready.push(page)
      return page
    },
    shot,
    async keep(name, page, ...around) {
      keepPicture(`${language}/${name}`, await shot(page, ...around))
    },
  }
}

/** Writes `docs/pictures/NAME.png`. */
export function keepPicture(name: string, png: Buffer): void {
  const file = new URL(`${name}.png`, pictures)
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, inFewColours(png))
}

/** All of them and what is between, with the margin. */
function widened(boxes: readonly Box[]): Box {
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin)
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin)
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** In the page: every address names the port that was not free while the pictures were made. */
function namePort([from, to]: readonly [string, string]): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { data } = texts.currentNode as Text
    if (data.includes(`:${from}`)) (texts.currentNode as Text).data = data.replaceAll(`:${from}`, `:${to}`)
  }
}

/** In the page: fields of times and days as a browser of that language shows them; the tests' speaks American English. */
function writeTimes(locale: string): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=time], input[type=date]')) {
    const { type, value } = field
    field.type = 'text'
    if (type === 'time') field.value = value || '--:--'
    else field.value = value ? new Date(value).toLocaleDateString(locale) : ''
  }
}
