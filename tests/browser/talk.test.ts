import { expect, test } from 'vitest'

import { talkMessages } from '#shared/messages/talk.ts'

import { hallInChromium } from './hall-for-test.ts'
import { button, heading, openCounter, t, takeTicket, visitor, waitingRow } from './screens.ts'
import { violations } from './violations.ts'

test('a clerk without a common language shows a visitor a sentence, and goes on', async () => {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  await waitingRow(desk, number).waitFor()
  await desk.keyboard.press('F2')
  await visitor(desk).getByText(number).waitFor()

  await desk.keyboard.press('l')
  const card = desk.getByRole('dialog', { name: t('desk.talk'), exact: true })
  await button(desk, 'Українська').click()
  expect(await violations(desk)).toEqual([])
  const sentence = card.getByRole('button', { name: talkMessages.uk['talk.sign'] })
  await sentence.press('Enter')
  const shown = desk.getByRole('dialog', { name: t('desk.talk.shown'), exact: true })
  await shown.getByText(talkMessages.uk['talk.sign'], { exact: true }).waitFor()
  const { width, height } = desk.viewportSize()!
  expect(await shown.boundingBox()).toMatchObject({ x: 0, y: 0, width, height })
  expect(await violations(desk)).toEqual([])

  await desk.keyboard.press('Escape')
  await shown.waitFor({ state: 'detached' })
  await expect.poll(() => sentence.evaluate((one) => one === document.activeElement)).toBe(true)
  await desk.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  await desk.keyboard.press('F2')
  await button(desk, t('desk.finish')).waitFor()
  await heading(desk, t('desk.counter.at', { counter: '1' })).waitFor()
})
