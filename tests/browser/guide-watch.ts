import type { Page } from 'playwright-core'

import { deviceLine, foreseen, serveNext, spendDay } from './guide-day.ts'
import { kioskName, signedIn } from './guide-people.ts'
import type { Studio } from './guide-studio.ts'
import { button } from './screens.ts'

/** Those who meet the visitors and those who watch over the hall, after two hours with more visitors than are served. */
export async function picturesOfWatch(studio: Studio): Promise<void> {
  const { t } = studio
  const display = await deviceLine(studio, 'display', { name: t('devices.kind.display') })
  const { kiosk, clerks } = await spendDay(studio)
  await picturesOfReception(studio)

  display.socket.disconnect()
  await studio.pass(3)
  await serveNext(clerks.get('1')!, '1')
  await foreseen(studio, kiosk)
  // What all pages of staff have in common is looked at anew by these: for that alone, no time passes here.
  await kiosk.does('assistance:ask', {})
  await clerks.get('3')!.does('help:ask', { counter: 'counter-3' })
  await picturesOfSupervisor(studio)
}

async function picturesOfReception(studio: Studio): Promise<void> {
  const { t } = studio
  const page = await signedIn(studio, 'receptionist', '1', '/counter/reception')
  await page.setViewportSize({ width: 1366, height: 980 })
  await page.getByRole('combobox', { name: t('reception.language') }).selectOption('uk')
  await page.getByRole('checkbox', { name: t('need.mobility') }).check()
  await page
    .getByRole('list', { name: t('reception.services') })
    .getByRole('button')
    .first()
    .click()
  await page.getByText(t('reception.paper.printed')).waitFor()
  await studio.keep('reception', page)

  await button(page, t('common.close')).click()
  await page.keyboard.press('F4')
  await page.keyboard.type('l7')
  await page.keyboard.press('Enter')
  const ticket = await found(page)
  const waiting = page.getByRole('region', { name: t('desk.waiting.title') })
  await waiting.getByRole('combobox').selectOption('information')
  const search = page.getByRole('search')
  await studio.keep('reception-found', page, search, ticket, waiting.getByRole('group'))
}

async function picturesOfSupervisor(studio: Studio): Promise<void> {
  const { t } = studio
  const page = await signedIn(studio, 'supervisor', '1', '/counter/supervisor')
  await page.locator('.range', { hasText: 'min' }).first().waitFor()
  await studio.keep('supervisor', page)

  const day = page.getByRole('region', { name: t('supervisor.day') })
  await day.locator('svg').first().waitFor()
  await day.scrollIntoViewIfNeeded()
  await studio.keep('supervisor-day', page, day)

  await button(page, t('supervisor.counter.change', { counter: '5' })).click()
  const counter = page.getByRole('dialog')
  await studio.keep('supervisor-counter', page, counter)
  await counter.getByRole('link').click()
  await page.setViewportSize({ width: 1366, height: 980 })
  await studio.keep('supervisor-number', page, await found(page))

  const devices = await signedIn(studio, 'supervisor', '2', '/counter/devices')
  await devices.getByRole('row', { name: kioskName(studio) }).waitFor()
  await studio.keep('devices', devices)
}

/** The ticket that was looked for, with all that can be done with it. */
async function found(page: Page) {
  const ticket = page.getByRole('article')
  await ticket.waitFor()
  return ticket
}
