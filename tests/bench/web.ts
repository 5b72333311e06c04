import type { Page } from 'playwright-core'

import { openChromium, openHallInChromium } from '#tests/browser/hall-in-chromium.ts'
import { button, openService, scanPage, startRow, t, takeTicket, tapUntil } from '#tests/browser/screens.ts'

import { median, noMoreThan, report, type Row } from './table.ts'
import { openStaticPages } from './web-floor.ts'
import { type Opening, scriptKilobytes, slow4g, touchUntilPainted, usableAfter } from './web-pages.ts'

/**
 * What the pages weigh and how soon they are of use on slow machines, beside a page with nothing in it that asks for as
 * much, in the same browser. `npm run bench:web -- --json`.
 */
const loads = 5
const tickets = 20
const slow = 6

const say = (text: string) => process.stderr.write(`${text}\n`)
const browser = await openChromium()
const hall = await openHallInChromium(browser, Date.now)
const floor = await openStaticPages()
const rows = await run().finally(async () => {
  await floor.close()
  await hall.close()
  await browser.close()
})
process.exitCode = report('web', rows, process.argv.includes('--json'))

async function run(): Promise<Row[]> {
  const service = 'Informacija'
  const ours = await hall.kiosk()
  await takeTicket(ours, service)
  const openings = {
    kiosk: { size: 'kiosk', address: await devicePage('kiosk'), shown: 'main button' },
    display: { size: 'display', address: await devicePage('display'), shown: '.total .count' },
    phone: { size: 'phone', address: await scanPage(ours), shown: 'h1 .number' },
  } as const
  await tapUntil(button(ours, t('common.done')), startRow(ours, service))

  say('weighing the scripts')
  const kiosk = await scriptKilobytes(browser, openings.kiosk)
  const display = await scriptKilobytes(browser, openings.display)
  const phone = await scriptKilobytes(browser, openings.phone)
  say(`opening pages on machines ${slow} times slower`)
  const onKiosk = await usable({ ...openings.kiosk, cpu: slow })
  const onPhone = await usable({ ...openings.phone, cpu: slow, network: slow4g })
  say(`taking ${tickets} tickets`)
  const taken = await touches(ours, service)
  return [
    noMoreThan('kiosk js', kiosk, 'kB gzip', 90),
    noMoreThan('display js', display, 'kB gzip', 80),
    noMoreThan('phone js', phone, 'kB gzip', 60),
    beside(noMoreThan('kiosk usable', onKiosk.value, 's', 1.5), onKiosk.floor),
    beside(noMoreThan('phone usable', onPhone.value, 's', 3), onPhone.floor),
    beside(noMoreThan('touch to ticket', taken.value, 'ms', 150), taken.floor),
  ]
}

async function devicePage(kind: 'kiosk' | 'display'): Promise<string> {
  return (await hall.device(kind, kind === 'kiosk' ? { printer: 'preview:' } : {})).page
}

/** Ours and the floor in turns, in seconds. */
async function usable(opening: Opening): Promise<{ value: number; floor: number }> {
  const page: number[] = []
  const bare: number[] = []
  for (let n = 0; n < loads; n += 1) {
    page.push(await usableAfter(browser, opening))
    bare.push(await usableAfter(browser, { ...opening, address: floor.url, shown: 'main button' }))
  }
  return { value: median(page) / 1_000, floor: median(bare) / 1_000 }
}

/** From the touch to the number, ours and the floor, in ms. */
async function touches(kiosk: Page, service: string): Promise<{ value: number; floor: number }> {
  const ours: number[] = []
  const bare: number[] = []
  const empty = await hall.open('kiosk', floor.url)
  for (let n = 0; n < tickets; n += 1) {
    await openService(kiosk, service)
    // A touch so soon after a change is taken for the second of a double one.
    await kiosk.waitForTimeout(800)
    ours.push(await touchUntilPainted(kiosk, `button:has-text("${t('kiosk.take')}")`, 'h1 .number'))
    await tapUntil(button(kiosk, t('common.done')), startRow(kiosk, service))
    await empty.reload()
    bare.push(await touchUntilPainted(empty, 'main button', 'h1 .number'))
  }
  return { value: median(ours), floor: median(bare) }
}

function beside(row: Row, floor: number): Row {
  return { ...row, floor, ratio: row.value / floor }
}
