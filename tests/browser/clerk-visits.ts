import { expect } from 'vitest'

import type { Clerk } from './clerk.ts'
import { colleagueServes } from './clerk-hours.ts'
import { focusIsKept, write } from './keyboard.ts'
import { button, heading, t, visitor, waitingRow } from './screens.ts'
import type { WorkingDay } from './working-day.ts'

export async function ordinary(clerk: Clerk): Promise<void> {
  await clerk.serve()
  await clerk.finish()
}

export async function results(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const number = await clerk.serve()
  await clerk.undo(t('step.ticket:started'), clerk.called)
  await clerk.key('F2', clerk.served)
  await clerk.key('r', heading(page, t('desk.finish.title', { number })))
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await page.keyboard.press('-')
  expect(await page.getByRole('dialog').locator('output').innerText()).toBe('2')
  await page.keyboard.press('2')
  await clerk.nobody.waitFor()
  await clerk.undo(t('step.ticket:finished'), clerk.served)
  await clerk.finish()
}

/** Not at once, and then with one call less to go. */
export async function calledAgain(day: WorkingDay, clerk: Clerk): Promise<void> {
  await clerk.call()
  const left = (count: number) => visitor(clerk.page).getByText(t('desk.recallsLeft', { count }))
  await clerk.page.keyboard.press('F4')
  await left(3).waitFor()
  await day.pass(1)
  await clerk.key('F4', left(2))
  await day.pass(1)
  await clerk.key('F4', left(1))
  await clerk.key('F2', clerk.served)
  await clerk.finish()
}

/** One who comes back, one whose missing was a slip, and one who does not come at all. */
export async function nobodyCame(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const late = await clerk.call()
  await clerk.key('F8', clerk.nobody)
  await clerk.undo(t('step.ticket:missed'), clerk.called)
  await clerk.key('F8', clerk.nobody)
  await clerk.to(`${t('desk.report')} ${late}`, waitingRow(page, late))
  await clerk.to(`${t('desk.call')} ${late}`, clerk.called)
  await clerk.key('F2', clerk.served)
  await clerk.finish()

  const gone = await clerk.call()
  await clerk.key('F8', clerk.nobody)
  day.ends.set(gone, 'no-show')
}

export async function backIntoQueue(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const number = await clerk.call()
  await clerk.answer('g', t('desk.return.title', { number }), 1, waitingRow(page, number))
  await clerk.undo(t('step.ticket:returned'), clerk.called)
  await clerk.key('F2', clerk.served)
  await clerk.answer('g', t('desk.return.title', { number }), 2, waitingRow(page, number))
  await focusIsKept(page)
}

/** One whose term is over before they are back, and one who is back in time. */
export async function putAside(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const slow = await clerk.serve()
  await clerk.key('a', heading(page, t('desk.park.title', { number: slow })))
  await write(page, t('desk.park.minutes'), '5')
  await write(page, t('desk.park.note'), 'Neša nuotrauką')
  await clerk.to(t('desk.park.clerk'), button(page, `${t('desk.takeUp')} ${slow}`))
  await page.getByText('Neša nuotrauką').waitFor()
  await day.pass(1)
  await day.isSeen()
  await day.pass(5)
  await day.comes()
  const over = page.getByText(
    new RegExp(`^${t('desk.parked.over', { number: slow, time: '' }).slice(0, 30)}`),
  )
  await over.waitFor()
  await clerk.to(t('common.close'), waitingRow(page, slow))

  const quick = await clerk.serve()
  await clerk.answer('a', t('desk.park.title', { number: quick }), 2, clerk.nobody)
  await ordinary(clerk)
  await clerk.to(`${t('desk.takeUp')} ${quick}`, clerk.served)
  expect(await clerk.label()).toBe(quick)
  await clerk.finish()
}

/** To another service, to a colleague and to the colleague’s counter. */
export async function elsewhere(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  for (const [list, words] of [
    [t('desk.transfer.service'), 'Leidimai'],
    [t('desk.transfer.counter'), 'bronius'],
    [t('desk.transfer.counter'), t('desk.counter.at', { counter: '5' })],
  ] as const) {
    const number = await clerk.serve()
    await clerk.key('p', heading(page, t('desk.transfer.title', { number })))
    await clerk.choose(list, words)
    await write(page, t('desk.transfer.note'), `${words}: trūksta parašo`)
    await clerk.to(t('desk.transfer.submit'), clerk.nobody)
  }
  await clerk.undo(t('step.ticket:transferred'), clerk.served)
  await clerk.finish()
  await colleagueServes(day)
}

export async function moreServices(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const number = await clerk.serve()
  const changed = t('step.ticket:changed')
  await clerk.answer('t', t('desk.correct.title', { number }), 1, clerk.undoOf(changed))
  await clerk.undo(changed, clerk.served)
  await clerk.answer('t', t('desk.correct.title', { number }), 2, clerk.undoOf(changed))
  await clerk.answer('d', t('desk.nextLeg.title', { number }), 1, waitingRow(page, number))
  await clerk.to(`${t('desk.call')} ${number}`, clerk.called)
  await clerk.key('F2', clerk.served)
  await clerk.finish()
}

/** The next of one service, a given number, and one whose service was wrong. */
export async function chosen(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const [first, second] = [await day.comes('rooms'), await day.comes('complaints')]
  await clerk.to(`${t('desk.call.ofService')}: Salės`, clerk.called)
  expect(await clerk.label()).toBe(first)
  await clerk.key('F2', clerk.served)
  await clerk.finish()

  await clerk.to(`${t('desk.change')} ${second}`, heading(page, t('desk.change.title', { number: second })))
  await clerk.choose(t('desk.change.service'), 'Informacija')
  await clerk.to(t('desk.change.service.submit'), waitingRow(page, second).getByText('Informacija'))
  await clerk.to(`${t('desk.call')} ${second}`, clerk.called)
  await clerk.undo(t('step.ticket:called'), waitingRow(page, second))
  await clerk.to(`${t('desk.call')} ${second}`, clerk.called)
  await clerk.key('F2', clerk.served)
  await clerk.finish()
}

export async function withoutNumber(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.answer('n', t('desk.walkUp.title'), 1, clerk.called)
  await clerk.key('F2', clerk.served)
  await day.pass(2)
  const paused = button(page, t('desk.resumeServing'))
  await clerk.key('s', paused)
  await clerk.undo(t('step.ticket:paused'), button(page, t('desk.pauseServing')))
  await clerk.key('s', paused)
  await day.pass(2)
  await clerk.key('s', button(page, t('desk.pauseServing')))
  await clerk.finish()
}

export async function givenUp(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const number = await clerk.call()
  await clerk.key('x', heading(page, t('desk.cancel.confirm', { number })))
  await clerk.to(t('common.yes'), clerk.nobody)
  day.ends.set(number, 'cancelled')
}

export async function byNumberPad(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await day.comes()
  await clerk.key('NumpadEnter', clerk.called)
  await clerk.key('NumpadEnter', clerk.served)
  await clerk.key('NumpadDivide', button(page, t('desk.resumeServing')))
  await clerk.key('NumpadDivide', button(page, t('desk.pauseServing')))

  const number = await clerk.label()
  const question = heading(page, t('desk.park.title', { number }))
  await clerk.key('Numpad2', question)
  await page.keyboard.press('NumpadDecimal')
  await question.waitFor({ state: 'detached' })
  await clerk.key('Numpad2', question)
  await page.keyboard.press('Numpad1')
  const takeUp = button(page, `${t('desk.takeUp')} ${number}`)
  await takeUp.waitFor()
  await clerk.key('Numpad8', takeUp.and(page.locator(':focus')))
  await clerk.key('NumpadEnter', clerk.served)
  await clerk.finish()
}
