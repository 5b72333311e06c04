import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { focusFaults, focusIsKept, press, tabTo, write } from './keyboard.ts'
import { password } from './running-pages.ts'
import { button, heading, t, takeTicket, visitor, waitingRow } from './screens.ts'
import { openStaged } from './staged-page.ts'

test('a clerk signs in, serves and leaves with Tab, Enter, Space and arrows alone', async () => {
  const hall = await hallInChromium()
  const [kiosk] = await Promise.all([hall.kiosk(), hall.staff('ona', 'Ona', 'supervisor')])
  const desk = await hall.open('desk', '/counter')
  await heading(desk, t('desk.signIn.title')).waitFor()
  expect(await focusFaults(desk)).toEqual([])
  await write(desk, t('desk.signIn.userName'), 'ona')
  await write(desk, t('desk.signIn.password'), password)
  await press(desk, t('desk.signIn.submit'), heading(desk, t('desk.counter.choose')))
  expect(await focusFaults(desk)).toEqual([])
  await press(desk, `${t('desk.counter.open')}: 1`, heading(desk, t('desk.counter.at', { counter: '1' })))

  const first = await takeTicket(kiosk, 'Informacija')
  await waitingRow(desk, first).waitFor()
  await press(desk, t('desk.callNext'), visitor(desk).getByText(first))
  // The number comes first, and then what else follows from the call: a round is of a page at rest.
  await waitingRow(desk, first).waitFor({ state: 'detached' })
  await button(desk, t('desk.miss')).waitFor()
  expect(await focusFaults(desk)).toEqual([])
  await press(desk, t('desk.start'), button(desk, t('desk.finish')), 'Space')
  await press(desk, t('desk.park'), heading(desk, t('desk.park.title', { number: first })))
  await press(desk, t('desk.park.clerk'), button(desk, `${t('desk.takeUp')} ${first}`))
  await press(desk, `${t('desk.takeUp')} ${first}`, visitor(desk).getByText(first))

  await press(desk, t('desk.transfer'), heading(desk, t('desk.transfer.title', { number: first })))
  expect(await focusFaults(desk)).toEqual([])
  await tabTo(desk, t('desk.transfer.counter'))
  await desk.keyboard.press('ArrowDown')
  await press(desk, t('desk.transfer.submit'), visitor(desk).getByText(t('desk.here.nobody')))

  await press(desk, t('desk.counter.close'), heading(desk, t('desk.counter.choose')))
  await press(desk, t('desk.signOut'), heading(desk, t('desk.signIn.title')))
})

test('the call of a visitor at a kiosk covers nothing that a clerk goes to with Tab', async () => {
  const hall = await hallInChromium()
  const desk = await hall.open('desk', 'about:blank')
  const { scene } = deskScreens('lt').find(({ name }) => name === 'asked for help')!
  await openStaged(desk, new URL('/counter', hall.url).href, scene)
  const height = desk.viewportSize()!.height
  for (const width of [1366, 1100, 683, 320]) {
    await desk.setViewportSize({ width, height })
    expect(await focusFaults(desk), `${width} wide`).toEqual([])
  }
})

test('a supervisor pauses a service and gives it again without a mouse', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ona', 'supervisor', '/counter/services')
  await button(page, `${t('services.pause')}: Informacija`).waitFor()
  expect(await focusFaults(page)).toEqual([])
  const question = heading(page, t('services.pause.title', { service: 'Informacija' }))
  await press(page, `${t('services.pause')}: Informacija`, question)
  expect(await focusFaults(page)).toEqual([])
  await tabTo(page, t('service.paused.staff'))
  await page.keyboard.press('ArrowDown')
  await press(page, t('services.pause'), button(page, `${t('services.resume')}: Informacija`))
  await page.getByText(t('services.paused', { reason: t('service.paused.technical') })).waitFor()
  await press(
    page,
    `${t('services.resume')}: Informacija`,
    button(page, `${t('services.pause')}: Informacija`),
  )
})

test('a screen is paired, changed and revoked without a mouse', async () => {
  const hall = await hallInChromium()
  const screen = await hall.open('display', '/display')
  const page = await hall.desk('ona', 'supervisor', '/counter/devices')
  const code = await screen.locator('.code').innerText()
  await page.getByText(t('devices.empty')).waitFor()
  expect(await focusFaults(page)).toEqual([])
  await write(page, t('devices.code'), code)
  await tabTo(page, t('devices.kind'))
  await page.keyboard.press('ArrowDown')
  await write(page, t('devices.name'), 'Salė')
  await press(page, t('devices.pair.submit'), page.getByText(t('devices.paired', { name: 'Salė' })))
  await screen.getByText(t('display.noCalls')).waitFor()
  expect(await focusFaults(page)).toEqual([])

  const dialog = page.getByRole('dialog')
  await press(page, `${t('devices.replace')}: Salė`, dialog)
  expect(await focusFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focusIsKept(page)
  await press(page, `${t('devices.revoke')}: Salė`, dialog)
  await press(page, t('devices.revoke'), page.getByText(t('devices.empty')))
})

test('an administrator adds a clerk and takes one away without a mouse', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ona', 'administrator', '/counter/staff')
  await button(page, t('staff.add')).waitFor()
  expect(await focusFaults(page)).toEqual([])
  await press(page, t('staff.add'), page.getByRole('dialog'))
  expect(await focusFaults(page)).toEqual([])
  await write(page, t('staff.name'), 'Rūta')
  await write(page, t('staff.username'), 'ruta')
  await tabTo(page, t('staff.password.generate'))
  await page.keyboard.press('Enter')
  await press(page, t('staff.add.submit'), button(page, t('staff.password.handedOver')))
  await press(page, t('staff.password.handedOver'), page.locator('body:not(:has(dialog[open]))'))

  await press(page, `${t('staff.change')}: Rūta`, heading(page, 'Rūta'))
  expect(await focusFaults(page)).toEqual([])
  const sure = heading(page, t('staff.remove.title', { name: 'Rūta' }))
  await press(page, t('staff.remove'), sure)
  await press(page, t('staff.remove'), page.getByText(t('staff.removed', { name: 'Rūta' })))
})

test('an administrator changes the hall without a mouse', async () => {
  const hall = await hallInChromium()
  const page = await hall.desk('ona', 'administrator', '/counter/hall')
  await heading(page, t('hallPage.name')).waitFor()
  expect(await focusFaults(page)).toEqual([])
  await write(page, t('setup.timeZone'), 'Europe/Riga')
  await press(page, t('common.save'), page.getByText(t('hallPage.saved')))
})

test('a hall is set up without a mouse', async () => {
  const hall = await hallInChromium('nothing')
  const page = await hall.open('desk', hall.setupLink!)
  await page.locator('[name=username]').waitFor()
  expect(await focusFaults(page)).toEqual([])
  await fillByKeyboard(page, {
    name: 'Ona Onaitė',
    username: 'ona',
    password: 'ilgas slaptas žodis',
    hall: 'Naujoji salė',
  })
  await tabTo(page, t('setup.hours.always'))
  await page.keyboard.press('Space')
  // Another page comes, and begins at its beginning.
  await tabTo(page, t('setup.submit'))
  await page.keyboard.press('Enter')
  await heading(page, t('launch.open')).waitFor()
  expect(await focusFaults(page)).toEqual([])
})

/** By the names of the fields, in any order. */
async function fillByKeyboard(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const isThere = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
    while ((await isThere()) !== name) await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
}
