import type { Page } from 'playwright-core'

import { openDisplay, openedDesk, openKiosk, setPin, signedIn } from './guide-people.ts'
import { hallSheet, uprightSheet } from './guide-sheets.ts'
import { keepPicture, type Studio } from './guide-studio.ts'
import {
  button,
  heading,
  openService,
  printedTicket,
  scanPage,
  shownNumber,
  startRow,
  t as lithuanian,
  takeButton,
  takeTicket,
  tapUntil,
} from './screens.ts'

/** A kiosk, a display and one counter of a hall that has been open for some minutes. */
export interface Morning {
  readonly kiosk: Page
  readonly display: Page
  readonly desk: Page
}

/** One visitor's way, with a picture of each step. */
export interface Visit {
  readonly number: string
  readonly phone: Page
  /** Start, service, ticket. */
  readonly steps: readonly [Buffer, Buffer, Buffer]
  /** The phone before the call. */
  readonly waiting: Buffer
}

/** Four counters are open; some are served, some wait. */
export async function beginMorning(studio: Studio): Promise<Morning> {
  const { t } = studio
  const kiosk = await studio.ready(await openKiosk(studio))
  const display = await studio.ready(await openDisplay(studio))
  await startRow(kiosk, 'Informacija').waitFor()

  const others: Page[] = []
  for (const counter of ['3', '4', '5']) others.push(await openedDesk(studio, counter))
  const desk = await signedIn(studio, 'clerk', '1')
  await setPin(studio, desk)
  await heading(desk, t('desk.counter.choose')).waitFor()
  await studio.keep('desk-counters', desk)
  await button(desk, `${t('desk.counter.open')}: 1`).click()

  const early = ['Informacija', 'Turizmas', 'Skundai', 'Verslo', 'Mokėjimai', 'Atsiimti', 'Leidimai']
  for (const service of early) await takeTicketAndLeave(kiosk, service)
  for (const clerk of [...others, desk]) await callNext(studio, clerk)
  await studio.pass(6)
  await takeTicketAndLeave(kiosk, 'Verslo')
  return { kiosk, display, desk }
}

export async function takeNumber(studio: Studio, { kiosk }: Morning): Promise<Visit> {
  const start = await studio.shot(kiosk)
  await openService(kiosk, 'Informacija')
  const service = await studio.shot(kiosk)
  await tapUntil(takeButton(kiosk), kiosk.locator('h1 .number'))
  const number = await shownNumber(kiosk)
  await kiosk.getByText(lithuanian('kiosk.takeTicket')).waitFor()
  const ticket = await studio.shot(kiosk)
  const phone = await studio.ready(await studio.hall.open('phone', await scanPage(kiosk)))
  await leave(kiosk)
  await studio.pass(5)
  for (const name of ['Atsiimti', 'Salės', 'Informacija', 'Leidimai']) await takeTicketAndLeave(kiosk, name)
  await studio.pass(3)
  await phone.getByText(lithuanian('phone.state.waiting')).waitFor()
  return { number, phone, steps: [start, service, ticket], waiting: await studio.shot(phone) }
}

/** The counter calls until it has come to this number: one is served, one does not come, one is put aside. */
export async function callUpTo(studio: Studio, { desk }: Morning, number: string): Promise<void> {
  const { t } = studio
  await button(desk, t('desk.start')).click()
  await button(desk, t('desk.finish')).click()
  await callNext(studio, desk)
  await button(desk, t('desk.miss')).click()
  await callNext(studio, desk)
  await button(desk, t('desk.park')).click()
  await button(desk, t('desk.park.clerk')).click()
  await callNext(studio, desk)
  const here = desk.getByRole('region', { name: t('desk.here.title'), exact: true })
  await here.getByText(number, { exact: true }).waitFor()
  await button(desk, t('desk.miss')).waitFor()
  await here.getByText(t('desk.heard.pending')).waitFor({ state: 'hidden' })
  await studio.keep('desk-called', desk)
}

/** What visitors see while this number is called; their screens speak Lithuanian first. */
export async function sheetsOf(studio: Studio, morning: Morning, visit: Visit): Promise<void> {
  const { number, phone, steps, waiting } = visit
  await phone.getByText(lithuanian('phone.goTo')).waitFor()
  await morning.display.locator('.call.fresh').first().waitFor()
  await startRow(morning.kiosk, 'Informacija').waitFor()
  const previews = await signedIn(studio, 'supervisor', '0', '/counter/printer')
  const unpaired = await studio.hall.open('kiosk', '/kiosk')
  await unpaired.locator('.code').waitFor()
  const screens = {
    kiosk: await studio.shot(morning.kiosk),
    display: await studio.shot(morning.display),
    desk: await studio.shot(morning.desk),
    phone: await studio.shot(phone),
    ticket: await printedTicket(previews, number),
  }
  const sheet = await studio.hall.open('desk', '/no-such-page')
  keepPicture('hall', await hallSheet(sheet, screens))
  keepPicture('visitor', await uprightSheet(sheet, steps, waiting))
  keepPicture('kiosk-pairing', await uprightSheet(sheet, [await studio.shot(unpaired), steps[0]]))
}

async function takeTicketAndLeave(kiosk: Page, service: string): Promise<void> {
  await takeTicket(kiosk, service)
  await leave(kiosk)
}

/** For the next visitor at once: the kiosk itself takes its time before it believes a second touch. */
async function leave(kiosk: Page): Promise<void> {
  await kiosk.reload()
  await startRow(kiosk, 'Informacija').waitFor()
}

async function callNext({ t }: Studio, desk: Page): Promise<void> {
  // Whoever is offered stands on it too.
  await desk.getByRole('button', { name: new RegExp(`^${t('desk.callNext')}`) }).click()
  await button(desk, t('desk.start')).waitFor()
}
