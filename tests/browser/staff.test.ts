import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { nameOf } from './hall-in-chromium.ts'
import { password } from './running-pages.ts'
import { button, heading, openCounter, serviceRow, t } from './screens.ts'
import { violations } from './violations.ts'

const another = 'kitas ilgas slaptažodis'

async function signIn(page: Page, username: string, secret: string): Promise<void> {
  await page.getByLabel(t('desk.signIn.userName')).fill(username)
  await page.getByLabel(t('desk.signIn.password')).fill(secret)
  await button(page, t('desk.signIn.submit')).click()
}

async function signInWrongly(page: Page, username: string): Promise<void> {
  await signIn(page, username, 'a wrong password')
  // Once it is answered, it is taken out.
  await expect
    .poll(() => page.getByLabel(t('desk.signIn.password')).inputValue(), { timeout: 12_000 })
    .toBe('')
}

/** The dialog of one account. */
async function change(page: Page, name: string): Promise<void> {
  await button(page, `${t('staff.change')}: ${name}`).click()
  await heading(page, name).waitFor()
}

test('an administrator adds a clerk, who opens a counter, and helps when the password is forgotten', async () => {
  const hall = await hallInChromium()
  const admin = await hall.desk('admin', 'administrator', '/counter/staff')
  await button(admin, t('staff.add')).click()
  expect(await violations(admin)).toEqual([])
  await admin.getByLabel(t('staff.name')).fill('Rūta')
  await admin.locator('dialog [name=username]').fill('ruta')
  await button(admin, t('staff.password.generate')).click()
  const made = await admin.locator('dialog [name=password]').inputValue()
  await button(admin, t('staff.add.submit')).click()
  await admin.locator('dd').getByText(made).waitFor()
  await button(admin, t('staff.password.handedOver')).click()
  // The focus is where it was before the dialog.
  await expect.poll(() => admin.evaluate(() => document.activeElement?.textContent)).toContain(t('staff.add'))

  const ruta = await hall.open('desk', '/counter')
  await signIn(ruta, 'ruta', made)
  await openCounter(ruta, '1')

  await change(admin, 'Rūta')
  expect(await violations(admin)).toEqual([])
  await admin.locator('dialog [name=password]').fill(another)
  await button(admin, t('staff.password.set')).click()
  await button(admin, t('staff.password.handedOver')).click()
  await ruta.getByText(t('desk.signIn.ended')).waitFor()

  for (let wrong = 0; wrong < 5; wrong += 1) await signInWrongly(ruta, 'ruta')
  await signIn(ruta, 'ruta', another)
  await ruta.getByRole('alert').getByText('Per daug bandymų').waitFor()
  await admin.reload()
  await button(admin, `${t('staff.unblock')}: Rūta`).waitFor()
  expect(await violations(admin)).toEqual([])
  await button(admin, `${t('staff.unblock')}: Rūta`).click()
  await button(admin, `${t('staff.unblock')}: Rūta`).waitFor({ state: 'detached' })
  await signIn(ruta, 'ruta', another)
  await heading(ruta, t('desk.counter.at', { counter: '1' })).waitFor()

  await change(admin, 'Rūta')
  await button(admin, t('staff.remove')).click()
  await heading(admin, t('staff.remove.title', { name: 'Rūta' })).waitFor()
  await button(admin, t('staff.remove')).last().click()
  await heading(ruta, t('desk.signIn.title')).waitFor()
})

test('a locked desk shows whose it is and nothing else, in all tabs, until the PIN is given', async () => {
  const hall = await hallInChromium()
  const desk = await hall.desk('ona')
  await openCounter(desk, '1')
  await button(desk, `${nameOf('ona')}: ${t('access.title')}`).click()
  await desk.getByLabel(t('access.current')).fill(password)
  await desk.locator('[name=new-pin]').fill('8520')
  await button(desk, t('access.pin.change')).click()
  await desk.getByText(t('access.pin.done')).waitFor()
  expect(await violations(desk)).toEqual([])
  await button(desk, t('common.close')).click()

  const tab = await desk.context().newPage()
  await tab.goto(desk.url())
  await heading(tab, t('desk.counter.at', { counter: '1' })).waitFor()

  await desk.keyboard.press('u')
  await heading(desk, nameOf('ona')).waitFor()
  await heading(tab, nameOf('ona')).waitFor()
  expect(await violations(desk)).toEqual([])
  expect(await desk.locator('body').innerText()).not.toContain(t('desk.waiting.title'))
  await desk.reload()
  await heading(desk, nameOf('ona')).waitFor()

  await desk.keyboard.type('1111')
  await desk.keyboard.press('Enter')
  await desk.getByText(t('lock.wrong.pin', { count: 4 })).waitFor()
  await desk.keyboard.type('8520')
  await desk.keyboard.press('Enter')
  await heading(desk, t('desk.counter.at', { counter: '1' })).waitFor()
})

test('a supervisor stops a service, and the kiosk gives no number until it is given again', async () => {
  const hall = await hallInChromium()
  const [kiosk, page] = await Promise.all([
    hall.kiosk(),
    hall.desk('supervisor', 'supervisor', '/counter/services'),
  ])
  const paused = serviceRow(kiosk, 'Informacija').getByText(t('kiosk.service.paused'))
  await button(page, `${t('services.pause')}: Informacija`).click()
  await page.getByLabel(t('service.paused.technical')).check()
  expect(await violations(page)).toEqual([])
  await button(page, t('services.pause')).last().click()
  await button(page, `${t('services.resume')}: Informacija`).waitFor()
  await serviceRow(kiosk, 'Gyventojams').tap()
  await paused.waitFor()
  expect(await violations(page)).toEqual([])
  await button(page, `${t('services.resume')}: Informacija`).click()
  await paused.waitFor({ state: 'detached' })
})
