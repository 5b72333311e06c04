import type { Browser } from 'playwright-core'

import type { DisplayView } from '#shared/protocol/views.ts'
import { sizes } from '#tests/browser/hall-in-chromium.ts'

import { driveFromWithin, tellInTurns, usedHeap } from '../driven-page.ts'

const hour = 3_600_000
const morning = Date.UTC(2025, 10, 24, 6)
const shown = 12

type Call = DisplayView['calls'][number]

/**
 * By how much the heap of a display grows, in MB, while it shows so many calls an hour for so many hours. The page is as
 * it was built; its clock and the other end of its line are driven. Without its sound, whose clock cannot be.
 */
export async function heapGrowth(
  browser: Browser,
  address: string,
  { hours, callsAnHour }: { hours: number; callsAnHour: number },
): Promise<number> {
  const context = await browser.newContext({ viewport: sizes.display, serviceWorkers: 'block' })
  const page = await context.newPage()
  await driveFromWithin(page, morning)
  await page.goto(address)
  await page.waitForFunction(() => 'benchSend' in window)

  let calls: readonly Call[] = []
  let number = 0

  /** Somebody is called, those before have come, and the hall goes on. */
  async function oneHour(): Promise<void> {
    const past = Array.from({ length: callsAnHour }, () => {
      number += 1
      const call = callOf(number, morning + number * (hour / callsAnHour))
      const come = calls.map((one) => ({ ...one, state: 'serving' as const }))
      calls = [{ ...call, state: 'called' as const }, ...come].slice(0, shown)
      return [
        ['ticket:called', { call: number, ...call, again: false, spoken: [] }],
        ['view:changed', { version: number, at: call.at, view: viewOf(calls) }],
      ]
    })
    await tellInTurns(page, past, hour / callsAnHour)
    await page.getByText(calls[0]!.label).first().waitFor()
  }

  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  // What is made once is made by then.
  await oneHour()
  const before = await usedHeap(devtools)
  for (let n = 0; n < hours; n += 1) await oneHour()
  const after = await usedHeap(devtools)
  await context.close()
  return after - before
}

function callOf(number: number, at: number) {
  const label = `${'ABCDEF'[number % 6]}${String(number).padStart(4, '0')}`
  return {
    label,
    counter: String(1 + (number % 9)),
    zone: { lt: 'Salė' },
    direction: 'left' as const,
    at,
  }
}

function viewOf(calls: readonly Call[]): DisplayView {
  return {
    audience: 'display',
    hall: {
      name: { lt: 'Salė', en: 'Hall' },
      timeZone: 'Europe/Vilnius',
      languages: ['lt', 'en'],
      open: true,
      opensAt: null,
      brand: { colour: null, logo: null },
    },
    calls: [...calls],
    waiting: Array.from({ length: 6 }, (_, n) => ({
      service: `service-${n}`,
      name: { lt: `Paslauga ${n + 1}`, en: `Service ${n + 1}` },
      waiting: (calls.length + n) % 7,
      paused: null,
      promised: null,
    })),
    waitingInAll: calls.length,
    missed: [],
    desks: [],
    order: { rule: 'share', mostOvertaken: 12 },
    standard: { targets: [], recalls: 3, reportMinutes: 15 },
    notices: [],
    panel: null,
  }
}
