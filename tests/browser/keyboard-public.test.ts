import { expect, test } from 'vitest'

import { texts } from '#shared/messages/text.ts'
import '#tests/surfaces/every-language.ts'

import { hallInChromium } from './hall-for-test.ts'
import { focusFaults, focusIsKept, press } from './keyboard.ts'
import { button, heading, scanPage, shownNumber, startRow, t, takeTicket } from './screens.ts'

const en = texts('en')

test('a kiosk can be used with Tab and Enter alone: language, back, needs, help, a number', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await startRow(kiosk, 'Leidimai').waitFor()
  expect(await focusFaults(kiosk)).toEqual([])
  await press(kiosk, 'English', heading(kiosk, en('kiosk.title')))

  await press(kiosk, 'Business and permits', heading(kiosk, 'Business and permits'))
  await press(kiosk, en('kiosk.back'), heading(kiosk, en('kiosk.title')))
  await press(kiosk, 'Business and permits', heading(kiosk, 'Business and permits'))
  await press(kiosk, 'Permits', button(kiosk, en('kiosk.take')))
  expect(await focusFaults(kiosk)).toEqual([])

  const said = (name: string) => kiosk.getByRole('button', { name, pressed: true })
  await press(kiosk, en('kiosk.needs'), heading(kiosk, en('kiosk.needs.title')))
  expect(await focusFaults(kiosk)).toEqual([])
  for (const need of ['kiosk.need.sight', 'kiosk.need.hearing'] as const)
    await press(kiosk, en(need), said(en(need)), 'Space')
  await press(kiosk, en('kiosk.back'), heading(kiosk, 'Permits'))

  await press(kiosk, en('kiosk.callStaff'), heading(kiosk, en('kiosk.assistance.title')))
  expect(await focusFaults(kiosk)).toEqual([])
  await press(kiosk, en('kiosk.assistance.yes'), kiosk.getByText(en('kiosk.staffCalled')))
  await press(kiosk, en('kiosk.assistance.cancel'), button(kiosk, en('kiosk.callStaff')))

  await press(kiosk, en('kiosk.take'), kiosk.locator('h1 .number'))
  expect(await shownNumber(kiosk)).toBe('L001')
  expect(await focusFaults(kiosk)).toEqual([])
  await press(kiosk, en('common.done'), startRow(kiosk, 'Leidimai'), 'Space')
})

test('a number can be given up on the phone with Tab and Enter alone', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await phone.getByText(t('phone.state.waiting')).waitFor()
  expect(await focusFaults(phone)).toEqual([])

  const question = heading(phone, t('phone.cancel.title', { number: 'A001' }))
  await press(phone, t('phone.cancel'), question)
  expect(await focusFaults(phone)).toEqual([])
  await phone.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  await focusIsKept(phone)
  await press(phone, t('phone.cancel'), question)
  await press(phone, t('phone.cancel.confirm'), phone.getByText(t('phone.state.cancelled')))
})

test('a question that is asked again within the frame in which it was closed stays', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  const ask = button(phone, t('phone.cancel'))
  await ask.click()
  const keep = await button(phone, t('phone.cancel.keep')).elementHandle()

  // The browser tells of a closed dialog in the next frame.
  const isOpen = await ask.evaluate(async (element, keep) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const dialog = (keep as HTMLElement).closest('dialog')!
    await frame()
    ;(keep as HTMLElement).click()
    for (let turn = 0; dialog.open && turn < 100; turn += 1) await null
    ;(element as HTMLElement).click()
    await frame()
    await frame()
    return dialog.open
  }, keep)
  expect(isOpen).toBe(true)
})
