import type { Clerk } from './clerk.ts'
import { tabTo, write } from './keyboard.ts'
import { button, heading, t, waitingRow } from './screens.ts'
import type { WorkingDay } from './working-day.ts'

/** The counter calls by itself, unless it is stopped, until it is told not to. */
export async function byItself(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const stop = button(page, t('desk.autoCall.stop'))
  await day.comes()
  await clerk.key('i', stop)
  await page.keyboard.press('Escape')
  await stop.waitFor({ state: 'detached' })
  await clerk.serve()
  await day.isSeen()
  await clerk.finish()
  await day.comes()
  await stop.waitFor()
  await day.pass(1)
  await clerk.called.waitFor()
  await page.keyboard.press('i')
  await clerk.key('F2', clerk.served)
  await clerk.finish()
  await clerk.key('i', page.getByText(t('desk.autoCall.off')))
}

export async function paused(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.key('F9', heading(page, t('desk.pauseReason')))
  await write(page, t('desk.pause.minutes'), '30')
  await clerk.to(t('pause.lunch'), button(page, t('desk.counter.resume')))
  await day.pass(28)
  await clerk.key('F2', clerk.nobody)
}

/** A colleague is called, and comes; then a visitor at the kiosk calls, and the clerk goes. */
export async function helped(day: WorkingDay, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.key('F1', page.getByText(t('desk.help.waiting')))
  await day.colleague.does('help:answer', { counter: 'counter-1' })
  await page.getByText(t('desk.help.coming', { name: 'bronius' })).waitFor()
  await clerk.to(t('desk.help.cancel'), page.locator('body:not(:has-text("bronius"))').or(clerk.nobody))
  await day.kiosk.does('assistance:ask', {})
  await tabTo(page, t('desk.assistance.answer'))
  await page.keyboard.press('Enter')
  await day.kiosk.seen('kiosk', ({ assistance }) => assistance === 'coming')
  await day.kiosk.does('assistance:cancel', {})
}

export async function locked(clerk: Clerk, pin: string): Promise<void> {
  const { page } = clerk
  await clerk.serve()
  await clerk.key('u', page.getByText(t('lock.locked')))
  await page.keyboard.type(pin)
  await clerk.key('Enter', clerk.served)
  await clerk.finish()
  await clerk.key('k', heading(page, t('desk.keys.title')))
  await clerk.key('Escape', clerk.nobody)
}

/** Whoever waits for the colleague is served there. */
export async function colleagueServes(day: WorkingDay): Promise<void> {
  const { colleague } = day
  for (;;) {
    const called = await colleague.send('ticket:call-next', { counter: 'counter-5' })
    if (!called.ok) return
    const { ticket, label } = called.answer
    await colleague.does('ticket:start', { ticket: ticket! })
    await colleague.does('ticket:finish', { ticket: ticket! })
    day.ends.set(label!, 'served')
    await waitingRow(day.desk, label!).waitFor({ state: 'detached' })
  }
}
