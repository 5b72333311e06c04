import type { Browser } from 'playwright-core'

import type { SupervisorView } from '#shared/protocol/views.ts'
import { sizes } from '#tests/browser/hall-in-chromium.ts'

import { driveFromWithin, tellInTurns, usedHeap } from '../driven-page.ts'
import { cookieOf } from './press.ts'

const hours = 12
const changesAnHour = 360
const hour = 3_600_000
const states = ['free', 'called', 'serving'] as const

/**
 * What a supervisor's page has in its heap in the evening, in MB, after it was told of a whole day's changes. The page is
 * as it was built, and asks the server for the day; its clock and the other end of its line are driven.
 */
export async function heapAfterDay(
  browser: Browser,
  address: string,
  cookie: string,
  view: SupervisorView,
): Promise<number> {
  const context = await browser.newContext({ viewport: sizes.desk, serviceWorkers: 'block' })
  await context.addCookies([cookieOf(cookie, address)])
  const page = await context.newPage()
  const morning = Date.now()
  await driveFromWithin(page, morning)
  await page.goto(address)
  await page.waitForFunction(() => 'benchSend' in window)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')

  for (let n = 0; n < hours; n += 1) {
    const told = Array.from({ length: changesAnHour }, (_, place) => {
      const version = n * changesAnHour + place + 1
      const at = morning + version * (hour / changesAnHour)
      return [['view:changed', { version, at, view: later(view, version, at) }]]
    })
    await tellInTurns(page, told, hour / changesAnHour)
    await page
      .getByText(labelOf((n + 1) * changesAnHour))
      .first()
      .waitFor()
  }
  const heap = await usedHeap(devtools)
  await context.close()
  return heap
}

/** The same hall after so many changes: somebody has come or gone, and one counter has its next visitor. */
function later(view: SupervisorView, changes: number, at: number): SupervisorView {
  const changed = changes % view.counters.length
  return {
    ...view,
    waitingInAll: view.waitingInAll + (changes % 7),
    services: view.services.map((service, n) => ({
      ...service,
      waiting: service.waiting + ((changes + n) % 7),
      longest: { label: labelOf(changes), since: at - ((changes + n) % 40) * 60_000, targetMs: 900_000 },
    })),
    counters: view.counters.map((counter, n) => {
      const state = states[(changes + n) % states.length]!
      const visitor = {
        id: `ticket-${changes}`,
        label: labelOf(changes),
        service: view.services[0]!.id,
        paused: false,
      }
      return {
        ...counter,
        state,
        since: at - n * 10_000,
        visitor: state === 'free' ? null : n === changed ? visitor : counter.visitor,
      }
    }),
  }
}

function labelOf(changes: number): string {
  return `D${String(changes).padStart(5, '0')}`
}
