import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright-core'

import { texts } from '#shared/messages/text.ts'
import { scan } from '#tests/printing/zbar.ts'

import type { RunningPages } from './running-pages.ts'

/** The pages speak Lithuanian until told otherwise. */
export const t = texts('lt')

/** A service's row at the kiosk, by the beginning of its name. */
export function serviceRow(kiosk: Page, name: string): Locator {
  return kiosk.getByRole('button', { name: new RegExp(`^${name}`) })
}

/** Touches a service and gives the number that the kiosk then shows. */
export async function takeTicket(kiosk: Page, name: string): Promise<string> {
  await serviceRow(kiosk, name).tap()
  return shownNumber(kiosk)
}

export async function shownNumber(page: Page): Promise<string> {
  return page.locator('h1 .number').innerText()
}

/** What the code on a page says to a camera. */
export async function scanPage(page: Page): Promise<string> {
  return scanPng(await page.locator('svg[role=img]').screenshot())
}

export async function scanPng(png: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'eile-code-'))
  try {
    const path = join(folder, 'code.png')
    writeFileSync(path, png)
    return await scan(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The picture that a kiosk's printer made, by the page that shows them to a supervisor. */
export async function printedTicket(previews: Page, number: string): Promise<Buffer> {
  const picture = previews.getByRole('img', { name: t('preview.alt', { number }) })
  const address = new URL((await picture.getAttribute('src'))!, previews.url())
  return (await previews.request.get(address.href)).body()
}

/** Opens a counter from the list of them. */
export async function openCounter(desk: Page, label: string): Promise<void> {
  await button(desk, `${t('desk.counter.open')}: ${label}`).click()
  await heading(desk, t('desk.counter.at', { counter: label })).waitFor()
}

/** Gives the hall hours that are over: it opens on no day. */
export async function closeHall(hall: RunningPages): Promise<void> {
  const told = await hall.operate('export')
  const config = told.ok ? (told.config as { hours: { week: Record<string, unknown> } }) : null
  const week = Object.fromEntries(Object.keys(config!.hours.week).map((day) => [day, []]))
  await hall.operate('import', { config: { ...config, hours: { week, exceptions: {} } } })
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, exact: true })
}

/** The row of a number among those who wait. */
export function waitingRow(desk: Page, label: string): Locator {
  return desk
    .getByRole('region', { name: t('desk.waiting.title'), exact: true })
    .locator('ol > li', { hasText: label })
}

export function nobodyWaits(desk: Page): Locator {
  return desk.getByText(t('desk.waiting.nobody'), { exact: true })
}

/** Who stands at the counter. */
export function visitor(desk: Page): Locator {
  return desk.getByRole('region', { name: t('desk.here.title'), exact: true })
}
