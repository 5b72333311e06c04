import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { type StaffLanguage, staffLanguages } from '#shared/messages/staff.ts'

import { keptFactsWith } from '#tests/surfaces/kept-facts.ts'

import { lastNumbersScene } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { nameOf, type HallInChromium } from './hall-in-chromium.ts'
import { receptionScreens } from './reception-screens.ts'
import { button, heading, t, takeTicket } from './screens.ts'
import { openStaged } from './staged-page.ts'
import { busyHall, quietHall } from './supervisor-screens.ts'
import { lossesWhenEnlarged, staffViolations } from './violations.ts'

test('the pages of settings break no rule of access, in any language or theme, and lose nothing when enlarged', async () => {
  const hall = await hallInChromium()
  const [kiosk] = await Promise.all([
    hall.kiosk({ name: 'Prie pagrindinio įėjimo iš Gedimino prospekto', printer: 'preview:' }),
    hall.device('display', { name: 'Salė' }),
    hall.staff('konstancija', 'Konstancija Petrauskaitė-Jankauskienė', 'clerk'),
  ])
  const number = await takeTicket(kiosk, 'Informacija')
  const page = await hall.desk('ona', 'administrator', '/')

  await heading(page, t('launch.open')).waitFor()
  const found = [...(await faults(page, 'start page'))]

  await open(page, hall, '/counter/devices')
  found.push(...(await faults(page, 'devices')))
  for (const what of ['change', 'replace', 'revoke'] as const) {
    await page
      .getByRole('button', { name: t(`devices.${what}`) })
      .first()
      .click()
    found.push(...(await faults(page, `devices, ${what}`)))
    await page.keyboard.press('Escape')
  }

  await page.goto(`${hall.url}/counter/notices`)
  await button(page, t('notices.add')).waitFor()
  found.push(...(await faults(page, 'notices, none')))
  await button(page, t('notices.add')).click()
  await page.locator('[name="title.lt"]').fill('Kitą savaitę priimame tik iš anksto užsiregistravusius')
  found.push(...(await faults(page, 'notices, add')))
  await button(page, t('common.save')).click()
  const remove = page.getByRole('button', { name: t('notices.remove') })
  await remove.waitFor()
  found.push(...(await faults(page, 'notices')))
  await remove.click()
  found.push(...(await faults(page, 'notices, remove')))
  await page.keyboard.press('Escape')

  await open(page, hall, '/counter/staff')
  found.push(...(await faults(page, 'staff')))
  await button(page, t('staff.add')).click()
  found.push(...(await faults(page, 'staff, add')))
  await page.keyboard.press('Escape')
  await button(page, `${t('staff.change')}: Konstancija Petrauskaitė-Jankauskienė`).click()
  found.push(...(await faults(page, 'staff, change')))
  await button(page, t('staff.remove')).click()
  found.push(...(await faults(page, 'staff, remove')))

  await open(page, hall, '/counter/rights')
  await page.getByRole('checkbox', { name: `${t('right.ticket:pick')}: ${t('role.clerk')}` }).click()
  found.push(...(await faults(page, 'rights')))
  await button(page, t('common.save')).click()
  found.push(...(await faults(page, 'rights, change')))
  await page.keyboard.press('Escape')

  await open(page, hall, '/counter/record')
  await page.getByRole('row').nth(1).waitFor()
  found.push(...(await faults(page, 'record')))
  await page.locator('[name=about]').fill('nieko tokio')
  await button(page, t('record.search')).click()
  await page.getByText(t('record.empty')).waitFor()
  found.push(...(await faults(page, 'record, nothing found')))

  await open(page, hall, '/counter/services')
  await button(page, `${t('services.pause')}: Informacija`).click()
  found.push(...(await faults(page, 'services, pause')))
  await button(page, t('services.pause')).last().click()
  await button(page, `${t('services.resume')}: Informacija`).waitFor()
  found.push(...(await faults(page, 'services')))

  await open(page, hall, '/counter/promises', { '/api/promises': keptFactsWith() })
  found.push(...(await faults(page, 'promises')))
  await button(page, t('promises.today')).click()
  found.push(...(await faults(page, 'promises, today')))

  await page.goto(`${hall.url}/counter/hall`)
  await heading(page, t('hallPage.name')).waitFor()
  found.push(...(await faults(page, 'hall')))

  await open(page, hall, '/counter/printer')
  await page.getByRole('img', { name: t('preview.alt', { number }) }).waitFor()
  found.push(...(await faults(page, 'ticket pictures')))
  await button(page, `${nameOf('ona')}: ${t('access.title')}`).click()
  found.push(...(await faults(page, 'own access')))
  expect(found).toEqual([])
})

test('so does the page of services whose last numbers are given', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('sofija', 'supervisor', '/')
  await openStaged(page, `${hall.url}/counter/services`, lastNumbersScene)
  const found = [...(await faults(page, 'services, last numbers'))]
  await button(page, `${t('services.lift')}: Leidimai`).click()
  found.push(...(await faults(page, 'services, lift')))
  expect(found).toEqual([])
})

test('so does the reception, in all that can befall it', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('rita', 'receptionist', '/')
  const found: string[] = []
  for (const { name, scene } of receptionScreens('lt')) {
    await openStaged(page, `${hall.url}/counter/reception`, scene)
    found.push(...(await faults(page, `reception, ${name}`)))
    await button(page, 'LT').click()
  }
  expect(found).toEqual([])
})

test('so does the page that shows the whole hall, in trouble and at rest', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('sofija', 'supervisor', '/')
  await openStaged(page, `${hall.url}/counter/supervisor`, busyHall)
  const found = [...(await faults(page, 'supervisor, trouble'))]
  await button(page, `${t('services.pause')}: Leidimai`).click()
  found.push(...(await faults(page, 'supervisor, pause')))
  await openStaged(page, `${hall.url}/counter/supervisor`, quietHall)
  found.push(...(await faults(page, 'supervisor, at rest')))
  expect(found).toEqual([])
})

test('so do those for somebody who is not signed in, has no right, or is locked out', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('jonas', 'clerk', '/')
  await heading(page, t('start.surfaces'))
    .or(page.getByRole('navigation', { name: t('start.surfaces') }))
    .first()
    .waitFor()
  const found = [...(await faults(page, 'start page of a clerk'))]
  await page.goto(`${hall.url}/counter/staff`)
  await page.getByText(t('settings.noRight')).waitFor()
  found.push(...(await faults(page, 'no right')))
  await page.request.post(`${hall.url}/api/me/lock`, { headers: { origin: hall.url } })
  await page.reload()
  await heading(page, nameOf('jonas')).waitFor()
  found.push(...(await faults(page, 'locked')))
  await page.context().clearCookies()
  await page.reload()
  await heading(page, t('desk.signIn.title')).waitFor()
  found.push(...(await faults(page, 'signed out')))
  await page.goto(hall.url)
  await page.getByRole('navigation', { name: t('start.surfaces') }).waitFor()
  found.push(...(await faults(page, 'start page')))
  expect(found).toEqual([])
})

test('so does the set-up of a hall, before and after something is wrong', async () => {
  const hall = await hallInChromium('nothing')
  const page = await hall.open('desk', hall.setupLink!)
  await page.locator('[name=username]').fill('ona')
  const found = [...(await faults(page, 'set-up'))]
  await page.locator('[name=password]').fill('ona')
  await button(page, t('setup.submit')).click()
  await page.getByText(t('setup.fault.staff/weak-password')).waitFor()
  found.push(...(await faults(page, 'set-up with faults')))
  await page.goto(hall.url)
  await page.getByText(t('setup.noLink')).waitFor()
  found.push(...(await faults(page, 'start page before it')))
  expect(found).toEqual([])
})

async function open(
  page: Page,
  hall: HallInChromium,
  address: string,
  answers: Readonly<Record<string, object>> = {},
): Promise<void> {
  for (const [path, json] of Object.entries(answers))
    await page.route(`**${path}`, (route) => route.fulfill({ json }))
  await page.goto(`${hall.url}${address}`)
  await page.locator('main tbody tr, main figure').first().waitFor()
}

/** Of a page as it is now, in each language that it speaks to staff. */
async function faults(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const language of [...staffLanguages].reverse()) {
    // Behind a dialog it can be pressed by nobody, but the page would change all the same.
    const choose = page.locator(`button[lang=${language}]`)
    if ((await choose.count()) > 0) await choose.first().evaluate((one: HTMLElement) => one.click())
    else await reloadIn(page, language)
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
    const all = [...(await staffViolations(page, language)), ...(await lossesWhenEnlarged(page))]
    found.push(...all.map((one) => `${name}, ${language}, ${one}`))
  }
  return found
}

/** Where there is no choice of language, the page speaks the one that was chosen before. */
async function reloadIn(page: Page, language: StaffLanguage): Promise<void> {
  await page.evaluate((one) => localStorage.setItem('eile-staff-language', one), language)
  await page.reload()
  await page.locator('h1').waitFor()
}
