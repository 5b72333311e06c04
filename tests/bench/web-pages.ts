import type { Browser, BrowserContext, Page } from 'playwright-core'

import { sizes } from '#tests/browser/hall-in-chromium.ts'
import { allowOnly, kilobytes, scriptsOf } from '#tests/browser/page-scripts.ts'

/** How a page is opened: every time by a browser that has never been here. */
export interface Opening {
  readonly size: 'kiosk' | 'display' | 'phone'
  readonly address: string
  /** A selector of what is there as soon as the page is of use. */
  readonly shown: string
  /** How many times slower than this machine. */
  readonly cpu?: number
  readonly network?: Network
}

/** Lighthouse's slow 4G: latency in ms, throughput in bytes a second. */
export interface Network {
  readonly latency: number
  readonly downloadThroughput: number
  readonly uploadThroughput: number
}
export const slow4g: Network = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

/** The scripts that show its first screen, in kB, gzipped: the page is opened with these alone. */
export async function scriptKilobytes(browser: Browser, opening: Opening): Promise<number> {
  const scripts = await scriptsOf(opening.address)
  const context = await newContext(browser, opening)
  const page = await context.newPage()
  await allowOnly(page, scripts)
  await page.goto(opening.address, { waitUntil: 'commit' })
  await page.locator(opening.shown).first().waitFor()
  await context.close()
  return kilobytes(scripts)
}

/** From the navigation until what is of use is painted and the page is free to answer a touch, in ms. */
export async function usableAfter(browser: Browser, opening: Opening): Promise<number> {
  const context = await newContext(browser, opening)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (opening.cpu) await devtools.send('Emulation.setCPUThrottlingRate', { rate: opening.cpu })
  if (opening.network)
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...opening.network })
  await page.addInitScript(watchForPaint)
  await page.addInitScript((selector) => window.benchPainted(selector, 0), opening.shown)
  await page.goto(opening.address, { waitUntil: 'commit' })
  const took = await painted(page)
  await context.close()
  return took
}

/** From the touch on a button until what follows it is painted, in ms. */
export async function touchUntilPainted(page: Page, button: string, next: string): Promise<number> {
  await page.evaluate(watchForPaint)
  await page.evaluate((selector) => {
    delete document.documentElement.dataset['benchTook']
    const start = ({ timeStamp }: Event) => window.benchPainted(selector, timeStamp)
    addEventListener('pointerdown', start, { capture: true, once: true })
  }, next)
  await page.locator(button).first().tap()
  return painted(page)
}

async function painted(page: Page): Promise<number> {
  const root = page.locator('html[data-bench-took]')
  await root.waitFor({ state: 'attached' })
  return Number(await root.getAttribute('data-bench-took'))
}

function newContext(browser: Browser, { size }: Opening): Promise<BrowserContext> {
  return browser.newContext({
    viewport: sizes[size],
    hasTouch: size !== 'display',
    locale: 'lt-LT',
    timezoneId: 'Europe/Vilnius',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
}

declare global {
  interface Window {
    benchPainted: (selector: string, from: number) => void
  }
}

/** Runs in the page: leaves at its root how long it took from `from` until `selector` was painted, and no task in the way. */
function watchForPaint(): void {
  window.benchPainted = (selector, from) => {
    const look = (): void => {
      if (!document.querySelector(selector)) return void requestAnimationFrame(look)
      requestAnimationFrame(() =>
        setTimeout(() => {
          document.documentElement.dataset['benchTook'] = String(performance.now() - from)
        }),
      )
    }
    look()
  }
}
