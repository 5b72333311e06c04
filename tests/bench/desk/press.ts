import type { Browser, Page } from 'playwright-core'

import { sizes } from '#tests/browser/hall-in-chromium.ts'

declare global {
  interface Window {
    /** From the next press of a key until what is watched says something else, and that is painted, in ms. */
    benchPressed: Promise<number>
  }
}

/** A page on which F2 does something, and what shows that it was done. */
export interface PressedPage {
  readonly page: Page
  readonly shown: string
}

export async function openPressed(
  browser: Browser,
  address: string,
  shown: string,
  cookie?: string,
): Promise<PressedPage> {
  const context = await browser.newContext({
    viewport: sizes.desk,
    locale: 'lt-LT',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  if (cookie !== undefined) await context.addCookies([cookieOf(cookie, address)])
  const page = await context.newPage()
  await page.goto(address)
  await page.locator(shown).waitFor()
  return { page, shown }
}

export function cookieOf(cookie: string, address: string) {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, url: new URL(address).origin }
}

export async function pressUntilPainted({ page, shown }: PressedPage): Promise<number> {
  await page.evaluate(watchPress, shown)
  await page.keyboard.press('F2')
  return page.evaluate(() => window.benchPressed)
}

/** Runs in the page. A button that cannot be pressed says nothing yet. */
function watchPress(selector: string): void {
  const says = () => {
    const shown = document.querySelector(selector)
    return shown?.ariaDisabled === 'true' ? null : (shown?.textContent ?? null)
  }
  window.benchPressed = new Promise((resolve) => {
    const start = ({ timeStamp }: Event) => {
      const before = says()
      const observer = new MutationObserver(() => {
        const now = says()
        if (now === null || now === before) return
        observer.disconnect()
        // The frame that shows it, and no task in the way.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
      })
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['aria-disabled'],
      })
    }
    addEventListener('keydown', start, { capture: true, once: true })
  })
}
