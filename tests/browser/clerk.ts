import type { Locator, Page } from 'playwright-core'

import { focusIsKept, press, tabTo } from './keyboard.ts'
import { button, heading, t, visitor } from './screens.ts'
import type { WorkingDay } from './working-day.ts'

/** A clerk at an open desk who has a keyboard and nothing else. Each step waits until the desk shows what came of it. */
export class Clerk {
  readonly page: Page
  readonly #day: WorkingDay

  constructor(day: WorkingDay) {
    this.#day = day
    this.page = day.desk
  }

  get nobody(): Locator {
    return visitor(this.page).getByText(t('desk.here.nobody'))
  }

  get called(): Locator {
    return button(this.page, t('desk.start'))
  }

  get served(): Locator {
    return button(this.page, t('desk.finish'))
  }

  /** Whose number is at the counter. */
  async label(): Promise<string> {
    return (await this.page.locator('p.number').innerText()).trim()
  }

  /** What is pressed while the last step is not in view yet would be meant for what was seen before: the desk takes none. */
  async key(key: string, until: Locator): Promise<void> {
    await this.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    await this.page.keyboard.press(key)
    await until.first().waitFor()
  }

  /** To a button by Tab, and Enter. */
  async to(name: string, until: Locator): Promise<void> {
    await press(this.page, name, until)
  }

  /** Whether somebody does whom this counter takes, while nobody is there. */
  async waits(): Promise<boolean> {
    await this.nobody.waitFor()
    return (await this.page.getByText(t('desk.waiting.nobodyForYou')).count()) === 0
  }

  /** Calls whose turn it is, once somebody waits. */
  async call(): Promise<string> {
    while (!(await this.waits())) await this.#day.pass(2)
    await this.key('F2', this.called)
    return this.label()
  }

  /** The same, and the visitor comes. */
  async serve(): Promise<string> {
    const label = await this.call()
    await this.#day.pass(1)
    await this.key('F2', this.served)
    return label
  }

  async finish(): Promise<void> {
    const label = await this.label()
    await this.key('F2', this.nobody)
    this.#day.ends.set(label, 'served')
    await focusIsKept(this.page)
  }

  /** A question, and the answer by its digit. */
  async answer(key: string, title: string, digit: number, until: Locator): Promise<void> {
    await this.key(key, heading(this.page, title))
    await this.page.keyboard.press(String(digit))
    await until.first().waitFor()
  }

  /** The button that takes back a step of this name. */
  undoOf(step: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${t('desk.undo')}: ${step}`) })
  }

  async undo(step: string, until: Locator): Promise<void> {
    await this.undoOf(step).waitFor()
    await this.key('Control+z', until)
    await this.undoOf(step).waitFor({ state: 'detached' })
  }

  /** To a list by Tab, and to the choice that begins with these words by typing them. */
  async choose(list: string, words: string): Promise<void> {
    await tabTo(this.page, list)
    await this.page.keyboard.type(words)
  }
}
