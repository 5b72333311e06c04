import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More than there is on any page. */
const mostStops = 300

/**
 * Goes once round a page, or the dialog that is open on it, with Tab. A sentence for each control that cannot be
 * reached, does not show that it has the focus, or lies under something else (WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11).
 */
export async function focusFaults(page: Page): Promise<string[]> {
  await page.evaluate(beginRound)
  for (let press = 0; press < mostStops; press += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => round.stop())) return page.evaluate(() => round.faults())
  }
  return [`${mostStops} presses of Tab do not lead round.`]
}

/** The round, as it is kept in the page. */
declare const round: {
  /** Notes what has the focus; true if it was there before. */
  stop(): boolean
  faults(): string[]
}

/** Runs in the page, so it brings all it needs. */
function beginRound(): void {
  const visited = new Map<Element, string>()
  const faults = new Set<string>()
  let last: Element | null = null
  let stayed = 0

  function nameOf(element: Element): string {
    const said = element.getAttribute('aria-label') || (element as HTMLElement).innerText
    const label = (element as HTMLInputElement).labels?.[0]?.innerText
    return `<${element.localName}> "${(said || label || '').trim().slice(0, 40)}"`
  }

  function looks(element: Element): string {
    const { outline, boxShadow } = getComputedStyle(element)
    return `${outline} ${boxShadow}`
  }

  function stop(): boolean {
    const focused = document.activeElement
    // A field for a time has a stop for each of its parts; where there is but one control, it stays there.
    stayed = focused === last ? stayed + 1 : 0
    last = focused
    if (stayed > 0) return visited.size === 1 && stayed > 4
    // Between the last control and the first, the browser's own have it.
    if (!focused || focused === document.body) return false
    if (visited.has(focused)) return true
    visited.set(focused, looks(focused))
    const { left, right, top, bottom } = focused.getBoundingClientRect()
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (!seen || !(focused.contains(seen) || seen.contains(focused)))
      faults.add(`${nameOf(focused)} lies under ${seen ? nameOf(seen) : 'the edge of the window'}`)
    return false
  }

  function controls(): Element[] {
    const within = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document
    const all = within.querySelectorAll(
      'button, a[href], input:not([type=radio]:not(:checked)), select, textarea, summary, [tabindex="0"]',
    )
    return [...all].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        !one.matches(':disabled') &&
        one.closest('[inert]') === null,
    )
  }

  Object.assign(globalThis, {
    round: {
      stop,
      faults() {
        for (const control of controls())
          if (!visited.has(control)) faults.add(`${nameOf(control)} is not reached`)
        ;(document.activeElement as HTMLElement).blur()
        for (const [control, focused] of visited)
          if (looks(control) === focused) faults.add(`${nameOf(control)} does not show its focus`)
        return [...faults]
      },
    },
  })
}

/** Presses Tab until a control has the focus whose name begins with these words. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < mostStops; press += 1) {
    await page.keyboard.press('Tab')
    if ((await focusedName(page)).startsWith(words)) return
  }
  throw new Error(`${mostStops} presses of Tab do not get to "${words}".`)
}

/** Goes to a control with Tab and presses a key there until it has led on: a kiosk takes no key right after a change. */
export async function press(page: Page, words: string, next: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, words)
  for (let time = 0; time < 10 && !(await next.isVisible()); time += 1) {
    await page.keyboard.press(key)
    await next.waitFor({ timeout: 1_000 }).catch(() => {})
  }
  expect(await next.isVisible(), `"${words}" has led on`).toBe(true)
  await focusIsKept(page)
}

/** Goes to a field with Tab and writes into it. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Whoever presses Tab now goes on from where they were: the focus is not on the page as a whole. */
export async function focusIsKept(page: Page): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null),
      {
        timeout: 5_000,
        message: 'something on the page has the focus',
      },
    )
    .toBe(true)
}

/** What a screen reader would call the control that has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null
    const said = focused?.getAttribute('aria-label') || focused?.labels?.[0]?.innerText || focused?.innerText
    return said?.trim() ?? ''
  })
}
