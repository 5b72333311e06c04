import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { Person } from './person.ts'
import {
  button,
  heading,
  serviceRow,
  shownNumber,
  startRow,
  t,
  takeButton,
  visitor,
  waitingRow,
} from './screens.ts'

/** What a person may have to do between an empty folder and the first called ticket. */
const mostActions = 25

test('from an empty folder to the first called ticket is a matter of few actions at one computer', async () => {
  const hall = await hallInChromium('nothing')
  const person = new Person()
  const start = await hall.open('desk', 'about:blank')

  await setUp(person, start, hall.setupLink!)
  await heading(start, t('launch.open')).waitFor()

  const kiosk = await person.open(button(start, t('launch.open.kiosk')))
  await person.turnTo(start)
  const display = await person.open(button(start, t('launch.open.display')))
  await person.turnTo(kiosk)
  const number = await takeTicket(person, kiosk, 'Informacija')

  await person.turnTo(start)
  const desk = await person.open(
    start.getByRole('main').getByRole('link', { name: t('launch.open.counter'), exact: true }),
  )
  await person.press(button(desk, `${t('desk.counter.open')}: 1`))
  await waitingRow(desk, number).waitFor()
  await person.key(desk, 'F2')
  await visitor(desk).getByText(number).waitFor()
  await display.bringToFront()
  await display.locator('.call .number').getByText(number).waitFor()

  await start.bringToFront()
  await start.locator('li.done', { hasText: t('launch.next.call') }).waitFor()
  expect(person.actions).toBeLessThanOrEqual(mostActions)
})

test('what is wrong is said beside its field, and who mends it gets on; the link works once', async () => {
  const hall = await hallInChromium('nothing')
  const person = new Person()
  const start = await hall.open('desk', hall.setupLink!)
  await start.locator('[name=username]').fill('ona')
  await start.locator('[name=password]').fill('ona1234567')
  await start.locator('[name=time-zone]').fill('Vilnius')
  await button(start, t('setup.submit')).click()

  await start.getByText(t('setup.fault.staff/unnamed')).waitFor()
  await start.getByText(t('setup.fault.staff/weak-password')).waitFor()
  await start.getByText(t('setup.fault.setup/unnamed')).waitFor()
  expect(await start.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')

  await start.locator('[name=time-zone]').fill('Europe/Vilnius')
  await setUp(person, start, null)
  await heading(start, t('launch.open')).waitFor()

  const again = await hall.open('phone', hall.setupLink!)
  await heading(again, t('setup.done')).waitFor()
})

/** Without a link the page is open already. */
async function setUp(person: Person, page: Page, link: string | null): Promise<void> {
  if (link !== null) await person.goTo(page, link)
  await person.write(page.locator('[name=name]'), 'Ona Onaitė')
  await person.write(page.locator('[name=username]'), 'ona')
  await person.write(page.locator('[name=password]'), 'ilgas slaptas žodis')
  await person.write(page.locator('[name=hall]'), 'Naujoji salė')
  await person.press(button(page, t('setup.hours.always')))
  await person.press(button(page, t('setup.submit')))
}

/** The kiosk's way to a number: the service's group if it stands in one, the service, and that it is wanted. */
async function takeTicket(person: Person, kiosk: Page, name: string): Promise<string> {
  const service = serviceRow(kiosk, name)
  const first = startRow(kiosk, name)
  await first.waitFor()
  if ((await service.count()) === 0) await person.pressUntil(first, service)
  await person.pressUntil(service, takeButton(kiosk))
  await person.pressUntil(takeButton(kiosk), kiosk.locator('h1 .number'))
  return shownNumber(kiosk)
}
