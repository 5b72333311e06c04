import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { nameOf } from './hall-in-chromium.ts'
import { password } from './running-pages.ts'
import { button, heading, openCounter, t } from './screens.ts'

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

test('what is not saved is not left before the browser has asked', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ada', 'administrator', '/counter/services')
  await link(page, t('settings.page.hall')).click()
  const name = page.locator('[name="name.lt"]')
  await name.click()
  await name.press('End')
  await page.keyboard.type(' 2')
  const written = await name.inputValue()

  const leave = [
    () => link(page, t('settings.page.staff')).click(),
    () => page.evaluate(() => history.back()),
  ]
  for (const go of leave) {
    const asked = page.waitForEvent('dialog')
    const going = go().catch(() => {})
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    await going
    expect(await name.inputValue()).toBe(written)
  }
})

test('a dialog makes way for signing in again, and is there afterwards with what was written', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ada', 'administrator', '/counter/staff')
  await button(page, t('staff.add')).click()
  const name = page.locator('dialog [name=name]')
  await name.fill('Rūta')
  await page.context().clearCookies()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

  await heading(page, t('desk.signIn.title')).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('username')
  await page.keyboard.type('ada')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  await heading(page, t('staff.add')).waitFor()
  expect(await name.inputValue()).toBe('Rūta')
  await page.keyboard.press('Escape')
  await heading(page, t('staff.add')).waitFor({ state: 'detached' })
})

test('a call for help reaches whoever may go on a page of settings, and what is written there stays', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ada', 'administrator', '/counter/hall')
  const name = page.locator('[name="name.lt"]')
  await name.fill('Kita salė')
  const clerk = await hall.desk('ana')
  await openCounter(clerk, '1')
  await button(clerk, t('desk.help.ask')).click()
  await button(page, t('desk.assistance.answer')).click()
  await clerk.getByText(t('desk.help.coming', { name: nameOf('ada') })).waitFor()
  await button(page, t('desk.assistance.answer')).waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('Kita salė')
})

test('on paper the pages are what they say, without what is there to be pressed', async () => {
  const hall = await hallInChromium()
  await hall.device('display', { name: 'Salė' })
  const page = await hall.desk('ada', 'administrator', '/counter/hall')
  await page.locator('[name="name.lt"]').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await shown(page, '[name="name.lt"], [type=time]', 'border-top-width: 0px')).toBeGreaterThan(5)
  expect(await shown(page, 'button, [type=color], nav, .choose')).toBe(0)

  await page.goto(`${hall.url}/counter/devices`)
  await page.locator('tbody th').getByText('Salė').waitFor()
  expect(await shown(page, 'button, nav, form')).toBe(0)

  await page.goto(hall.url)
  await heading(page, t('launch.running')).waitFor()
  expect(await shown(page, 'button, nav')).toBe(0)
  expect(await heading(page, t('launch.open')).count()).toBe(0)
})

/** How many can be seen of those that this selector finds, with this computed style if one is given. */
function shown(page: Page, selector: string, style = ''): Promise<number> {
  const [property = '', value] = style.split(': ')
  return page.evaluate(
    ([selector, property, value]) =>
      [...document.querySelectorAll(selector!)].filter(
        (one) =>
          one.checkVisibility() && (!value || getComputedStyle(one).getPropertyValue(property!) === value),
      ).length,
    [selector, property, value],
  )
}
