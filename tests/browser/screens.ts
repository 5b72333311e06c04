import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright-core'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import '#shared/messages/kiosk.ts'
import { staffTexts } from '#shared/messages/staff.ts'
import { scan } from '#tests/printing/zbar.ts'

import type { RunningPages } from './running-pages.ts'

/** The pages speak Lithuanian until told otherwise. */
export const t = staffTexts('lt')

/** A row at the kiosk, of a service or a group, by the beginning of its name. */
export function serviceRow(kiosk: Page, name: string): Locator {
  return kiosk.getByRole('button', { name: new RegExp(`^${name}`) })
}

/** Goes to a service's page, by way of its group in a hall that has too many for one screen. */
export async function openService(kiosk: Page, name: string): Promise<void> {
  const group = groupOf(name)
  await startRow(kiosk, name).waitFor()
  if (group && (await serviceRow(kiosk, name).count()) === 0)
    await tapUntil(serviceRow(kiosk, group), serviceRow(kiosk, name))
  await tapUntil(serviceRow(kiosk, name), takeButton(kiosk))
}

/** The row of the start screen behind which a service is. */
export function startRow(kiosk: Page, name: string): Locator {
  const group = groupOf(name)
  return group ? serviceRow(kiosk, group).or(serviceRow(kiosk, name)).first() : serviceRow(kiosk, name)
}

/** The group to touch before the service, by its Lithuanian name; null where the service itself is on the first screen. */
function groupOf(name: string): string | null {
  const { groups, services } = exampleHall
  const group = services.find((service) => service.name.lt.startsWith(name))?.group
  const alone = services.filter((service) => service.group === group).length === 1
  return alone ? null : (groups.find(({ id }) => id === group)?.name.lt ?? null)
}

export function takeButton(kiosk: Page): Locator {
  return button(kiosk, t('kiosk.take'))
}

/** Takes a number for a service and gives it as the kiosk then shows it. */
export async function takeTicket(kiosk: Page, name: string): Promise<string> {
  await openService(kiosk, name)
  await tapUntil(takeButton(kiosk), kiosk.locator('h1 .number'))
  return shownNumber(kiosk)
}

/** Taps until it has led on: the kiosk takes a touch too soon after a change for the second of a double one. */
export async function tapUntil(target: Locator, next: Locator): Promise<void> {
  await target.waitFor()
  while (!(await next.isVisible())) {
    await target.tap({ timeout: 1_000 }).catch(() => {})
    await next.waitFor({ timeout: 800 }).catch(() => {})
  }
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

/** Who stands at the counter, as it is seen: it is said for screen readers beside. */
export function visitor(desk: Page): Locator {
  return desk
    .getByRole('region', { name: t('desk.here.title'), exact: true })
    .locator(':scope > :not(.spoken)')
}
