import type { Locator, Page } from 'playwright-core'

/** Somebody at a keyboard and a mouse, whose every action counts: an address opened, a press, a field filled in, a key, a tab turned to. */
export class Person {
  actions = 0

  async goTo(page: Page, address: string): Promise<void> {
    this.actions += 1
    await page.goto(address)
  }

  async write(field: Locator, text: string): Promise<void> {
    this.actions += 1
    await field.fill(text)
  }

  async press(target: Locator): Promise<void> {
    this.actions += 1
    await target.click()
  }

  /** Presses what a kiosk may not take yet: it takes a press right after a change for the second of a double one. */
  async pressUntil(target: Locator, next: Locator): Promise<void> {
    this.actions += 1
    await target.waitFor()
    while (!(await next.isVisible())) {
      await target.click({ timeout: 1_000 }).catch(() => {})
      await next.waitFor({ timeout: 800 }).catch(() => {})
    }
  }

  /** To another tab. What is behind it is not drawn, and takes no press. */
  async turnTo(page: Page): Promise<void> {
    this.actions += 1
    await page.bringToFront()
  }

  /** Presses what opens a page in a new tab. */
  async open(target: Locator): Promise<Page> {
    const [tab] = await Promise.all([target.page().context().waitForEvent('page'), this.press(target)])
    await tab.bringToFront()
    return tab
  }

  async key(page: Page, key: string): Promise<void> {
    this.actions += 1
    await page.keyboard.press(key)
  }
}
