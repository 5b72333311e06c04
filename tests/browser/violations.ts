import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type axe from 'axe-core'
import type { Page } from 'playwright-core'

import type { StaffLanguage } from '#shared/messages/staff.ts'

import { misfits } from './misfits.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colours = ['color-contrast', 'link-in-text-block']
const rules = {
  all: { runOnly: standards },
  /** What a theme changes. */
  colours: { runOnly: { type: 'rule', values: colours } },
  /** What a language changes: colours take most of the time, and are the same in each. */
  words: { runOnly: standards, rules: Object.fromEntries(colours.map((id) => [id, { enabled: false }])) },
} satisfies Record<string, axe.RunOptions>

/** What of WCAG 2.2 A and AA a page breaks that a machine can find: the rule, and where. */
export async function violations(page: Page, which: keyof typeof rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const found = await page.evaluate(
    async (options) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options)
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
    },
    { ...rules[which], resultTypes: ['violations'] } satisfies axe.RunOptions as axe.RunOptions,
  )
  return found.flatMap(({ id, nodes }) => nodes.map((html) => `${id}: ${html}`))
}

/** Of a page for staff, in the language that it speaks now. */
export async function staffViolations(page: Page, language: StaffLanguage): Promise<string[]> {
  if (language !== 'lt') return violations(page, 'words')
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = (await violations(page, 'colours')).map((one) => `dark, ${one}`)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...dark, ...(await violations(page))]
}

/** Windows as narrow as WCAG 1.4.10 asks for, and that of a desk enlarged twice (1.4.4). */
const enlarged = [
  { width: 320, height: 568 },
  { width: 683, height: 384 },
]

/** What of a page, or of the dialog that is open on it, is lost there. */
export async function lossesWhenEnlarged(page: Page): Promise<string[]> {
  const size = page.viewportSize()!
  const found: string[] = []
  await page.evaluate(layFlat, true)
  for (const window of enlarged) {
    await page.setViewportSize(window)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    for (const one of await misfits(page, 'scrolled')) found.push(`${window.width} px: ${one}`)
  }
  await page.evaluate(layFlat, false)
  await page.setViewportSize(size)
  return found
}

/** Runs in the page: leaves, or no longer leaves, only what is read at one glance. */
function layFlat(flat: boolean): void {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1)
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!flat) {
      if (element.getAttribute('inert') === 'behind') element.removeAttribute('inert')
      if (element.style.position === 'static') element.style.position = ''
      continue
    }
    // A dialog makes what is behind it inert, but its elements do not say so.
    const behind = dialog && !element.contains(dialog) && !dialog.contains(element)
    if (behind && !element.hasAttribute('inert')) element.setAttribute('inert', 'behind')
    // What stays in sight while the page is scrolled lies on what is scrolled.
    if (getComputedStyle(element).position === 'sticky') element.style.position = 'static'
  }
}
