import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { Clerk } from './clerk.ts'
import { byItself, colleagueServes, helped, locked, paused } from './clerk-hours.ts'
import {
  backIntoQueue,
  byNumberPad,
  calledAgain,
  chosen,
  elsewhere,
  givenUp,
  moreServices,
  nobodyCame,
  ordinary,
  putAside,
  results,
  withoutNumber,
} from './clerk-visits.ts'
import { hallInChromium } from './hall-for-test.ts'
import { press, tabTo, write } from './keyboard.ts'
import { password } from './running-pages.ts'
import { heading, t } from './screens.ts'
import { openWorkingDay, opening } from './working-day.ts'

const pin = '8520'

test('a clerk works a whole day by keyboard alone, and every number of it is accounted for', async () => {
  const clock = { now: opening }
  const hall = await hallInChromium('example', () => clock.now)
  await hall.staff('ona', 'Ona', 'supervisor')
  const page = await hall.open('desk', 'about:blank')
  const errors = consoleErrors(page)
  await page.clock.setFixedTime(clock.now)
  await page.goto(`${hall.url}/counter`)
  await signIn(page)
  await openCounter(page)
  const day = await openWorkingDay(hall, page, clock, 55)
  const clerk = new Clerk(day)

  await ordinary(clerk)
  await results(clerk)
  await calledAgain(day, clerk)
  await nobodyCame(day, clerk)
  await backIntoQueue(clerk)
  await putAside(day, clerk)
  await elsewhere(day, clerk)
  await moreServices(clerk)
  await chosen(day, clerk)
  await byItself(day, clerk)
  await withoutNumber(day, clerk)
  await paused(day, clerk)
  await helped(day, clerk)
  await locked(clerk, pin)
  await givenUp(day, clerk)
  await byNumberPad(day, clerk)
  while (!day.isOver()) {
    await day.pass(6)
    await colleagueServes(day)
    while (await clerk.waits()) await ordinary(clerk)
  }
  await day.pass(16)
  await colleagueServes(day)
  while (await clerk.waits()) await ordinary(clerk)

  await clerk.key('F2', page.getByText(t('error.queue/empty')))
  await clerk.to(t('desk.counter.close'), heading(page, t('desk.counter.choose')))
  await clerk.to(t('desk.signOut'), heading(page, t('desk.signIn.title')))
  const tickets = await day.tickets()
  day.close()
  const states = Object.fromEntries(tickets.map(({ label, state }) => [label, state]))
  expect(Object.fromEntries([...day.ends].toSorted())).toEqual(states)
  expect(tickets.length).toBeGreaterThanOrEqual(60)
  expect(errors).toEqual([])
}, 240_000)

async function signIn(page: Page): Promise<void> {
  await heading(page, t('desk.signIn.title')).waitFor()
  await page.keyboard.type('ona')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await heading(page, t('desk.counter.choose')).waitFor()
}

/** With a PIN of one's own, and for all services. */
async function openCounter(page: Page): Promise<void> {
  await press(page, `Ona: ${t('access.title')}`, heading(page, t('access.title')))
  await write(page, t('access.current'), password)
  await write(page, t('access.pin'), pin)
  await press(page, t('access.pin.change'), page.getByText(t('access.pin.done')))
  await press(page, t('common.close'), page.locator('body:not(:has(dialog[open]))'))
  await tabTo(page, t('desk.profile'))
  await page.keyboard.type('Visos')
  await press(page, `${t('desk.counter.open')}: 1`, heading(page, t('desk.counter.at', { counter: '1' })))
}

/** What a page complains of; a locked desk asks who it is, and is answered 423. */
function consoleErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 423')) errors.push(message.text())
  })
  return errors
}
