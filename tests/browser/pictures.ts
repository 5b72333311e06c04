// Makes docs/pictures/hall.png from a real run: node_modules/.bin/node tests/browser/pictures.ts
import { writeFileSync } from 'node:fs'

import type { Page } from 'playwright-core'

import { ensureBuilt } from '#server/setup/build.mjs'

import { type HallInChromium, openChromium, openHallInChromium } from './hall-in-chromium.ts'
import {
  button,
  openCounter,
  printedTicket,
  scanPage,
  serviceRow,
  t,
  takeTicket,
  visitor,
} from './screens.ts'

const target = new URL('../../docs/pictures/hall.png', import.meta.url)

/** Monday morning in Vilnius, so that the picture changes only with the pages. */
const morning = Date.UTC(2024, 2, 4, 8, 10)
const started = Date.now()
let passed = 0
const now = () => morning + (Date.now() - started) + passed
const pass = (minutes: number) => void (passed += minutes * 60_000)

await ensureBuilt()
const browser = await openChromium()
const hall = await openHallInChromium(browser, now)
try {
  writeFileSync(target, await compose(hall, await morningInTheHall(hall)))
} finally {
  await hall.close()
  await browser.close()
}

interface Pictures {
  readonly kiosk: Buffer
  readonly display: Buffer
  readonly desk: Buffer
  readonly phone: Buffer
  readonly ticket: Buffer
}

/** Four counters are open, some wait, and one visitor is called a moment ago. */
async function morningInTheHall(hall: HallInChromium): Promise<Pictures> {
  const [kiosk, display] = await Promise.all([hall.kiosk(), hall.display()])
  await serviceRow(kiosk, 'Informacija').waitFor()
  const desk = await openedDesk(hall, 'langelis1', 'Langelio darbuotojas', '1')
  const others = [
    await openedDesk(hall, 'langelis3', 'Langelio darbuotojas', '3'),
    await openedDesk(hall, 'langelis4', 'Langelio darbuotojas', '4'),
    await openedDesk(hall, 'langelis5', 'Langelio darbuotojas', '5'),
  ]

  const early = ['Informacija', 'Turizmas', 'Skundai', 'Verslo', 'Leidimai', 'Mokėjimai']
  for (const service of early) await takeTicketAndLeave(kiosk, service)
  for (const clerk of [...others, desk]) await callNext(clerk)
  pass(6)
  await takeTicketAndLeave(kiosk, 'Verslo')
  const number = await takeTicket(kiosk, 'Informacija')
  const address = await scanPage(kiosk)
  await leave(kiosk)
  const phone = await hall.open('phone', address)
  pass(5)
  for (const service of ['Atsiimti', 'Salės', 'Informacija', 'Leidimai'])
    await takeTicketAndLeave(kiosk, service)
  pass(3)

  await serve(desk)
  await callNext(desk)
  await serve(desk)
  await callNext(desk)
  await visitor(desk).getByText(number).waitFor()
  await phone.getByText(t('phone.goTo')).waitFor()
  await display.locator('.newest .fresh').waitFor()
  // The next beats of the lines tell the pages how late it is.
  await Promise.all([display, desk].map((page) => page.getByText('10:24', { exact: true }).waitFor()))
  return {
    kiosk: await kiosk.screenshot(),
    display: await display.screenshot(),
    desk: await desk.screenshot(),
    phone: await phone.screenshot(),
    ticket: await printedTicket(await hall.desk('supervisor', 'supervisor', '/counter/printer'), number),
  }
}

async function openedDesk(
  hall: HallInChromium,
  username: string,
  name: string,
  counter: string,
): Promise<Page> {
  await hall.staff(username, name, 'clerk')
  const desk = await hall.signedIn(username)
  await openCounter(desk, counter)
  return desk
}

async function takeTicketAndLeave(kiosk: Page, service: string): Promise<void> {
  await takeTicket(kiosk, service)
  await leave(kiosk)
}

/** For the next visitor at once: the kiosk itself takes its time before it believes a second touch. */
async function leave(kiosk: Page): Promise<void> {
  await kiosk.reload()
  await serviceRow(kiosk, 'Informacija').waitFor()
}

async function callNext(desk: Page): Promise<void> {
  await button(desk, t('desk.callNext')).click()
  await button(desk, t('desk.start')).waitFor()
}

async function serve(desk: Page): Promise<void> {
  await button(desk, t('desk.start')).click()
  await button(desk, t('desk.finish')).click()
  await button(desk, t('desk.callNext')).waitFor()
}

/** The screens side by side, as a page of its own. */
async function compose(hall: HallInChromium, pictures: Pictures): Promise<Buffer> {
  const page = await hall.open('desk', '/no-such-page')
  await page.setViewportSize({ width: 1600, height: 900 })
  const image = (name: keyof Pictures) =>
    `<img class="${name}" src="data:image/png;base64,${pictures[name].toString('base64')}">`
  await page.setContent(`<style>
    body { margin: 0; background: #e6ebea }
    main { display: flex; justify-content: space-between; align-items: stretch; box-sizing: border-box; height: 900px; padding: 48px 56px }
    div { display: flex; flex-direction: column; justify-content: space-between }
    img { display: block; box-sizing: border-box; border: 5px solid #10222e; border-radius: 12px; box-shadow: 0 6px 20px #10222e33 }
    .kiosk { height: 804px }
    .display { width: 690px }
    .desk { width: 690px }
    .phone { width: 242px; border-radius: 26px }
    .ticket { width: 208px; align-self: center; padding: 8px 8px 12px; border: 0; border-radius: 0; background: #fff }
  </style>
  <main>
    ${image('kiosk')}
    <div>${image('display')}${image('desk')}</div>
    <div>${image('phone')}${image('ticket')}</div>
  </main>`)
  return page.screenshot()
}
