import { expect, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { heading, openCounter, scanPage, t, takeTicket, visitor } from './screens.ts'
import { violations } from './violations.ts'

test('what a clerk sums up by keys alone comes out at the kiosk, and is on the phone when the visit is over', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await openCounter(desk, '1')
  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()
  await desk.keyboard.press('F2')
  await phone.getByText(t('phone.help.serving', { counter: '1' })).waitFor()

  await desk.keyboard.press('m')
  const title = t('summary.title', { number })
  await heading(desk, title).waitFor()
  await desk.getByLabel(t('reception.kiosk')).waitFor()
  // The second outcome, and the first of the steps.
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('Space')
  await desk.getByLabel(t('desk.sumUp.place')).focus()
  await desk.keyboard.type('12 kabinetas')
  expect(await violations(desk)).toEqual([])
  await desk.keyboard.press('Enter')
  await desk.getByText(t('reception.paper.printed')).waitFor()
  await heading(phone, title).waitFor()

  await desk.keyboard.press('Escape')
  await desk.keyboard.press('F2')
  await phone.getByText(t('phone.state.served')).waitFor()

  // Something else was agreed at the door.
  await desk.keyboard.press('m')
  await heading(desk, title).waitFor()
  await desk.getByLabel(t('desk.sumUp.place')).fill('14 kabinetas')
  await desk.keyboard.press('Enter')
  await desk.getByText(t('reception.paper.printed')).waitFor()
  await phone.getByText('14 kabinetas', { exact: true }).waitFor()
  await phone.getByText(t('summary.outcome.accepted')).waitFor()
  for (const said of [t('summary.step.wait'), '14 kabinetas'])
    expect(await phone.getByText(said, { exact: true }).isVisible()).toBe(true)
  await phone.reload()
  await heading(phone, title).waitFor()

  const supervisor = await hall.desk('supervisor', 'supervisor', '/counter/printer')
  await supervisor
    .getByRole('img', { name: t('preview.alt', { number: title }) })
    .nth(1)
    .waitFor()
})
