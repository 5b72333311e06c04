import type { Page } from 'playwright-core'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { clockTime } from '#shared/messages/time.ts'
import { foundTickets, type FoundTicket } from '#shared/protocol/found-tickets.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import { arrivalsPerMinute, demandOf, untilNextArrival } from '#tests/demo/demand.ts'
import { diceOf } from '#tests/demo/dice.ts'
import { openClient, type Client } from '#tests/realtime/client.ts'

import type { HallInChromium } from './hall-in-chromium.ts'
import { password } from './running-pages.ts'
import { waitingRow } from './screens.ts'

/** Monday, 4 March 2024, eight o'clock in Vilnius. */
export const opening = Date.UTC(2024, 2, 4, 6)
const minute = 60_000
const hours = 8
/** A desk that no key is touched at for five minutes locks itself. */
const longestStep = 4

type End = 'served' | 'cancelled' | 'no-show'

/** A day with a clock that the test moves, visitors who come as in a city hall, and a colleague beside the desk. */
export interface WorkingDay {
  readonly desk: Page
  readonly kiosk: Client
  readonly colleague: Client
  /** How each ticket ended, by its number, as those know who ended it. */
  readonly ends: Map<string, End>
  /** Lets time pass for the server and the page; who comes meanwhile takes a number. */
  pass(minutes: number): Promise<void>
  /** Until the desk has looked at the time: it does so each second. */
  isSeen(): Promise<void>
  /** One more visitor now, for this service: the number. */
  comes(service?: string): Promise<string>
  isOver(): boolean
  /** All tickets of the day, as the reception finds them. */
  tickets(): Promise<FoundTicket[]>
  close(): void
}

export async function openWorkingDay(
  hall: HallInChromium,
  desk: Page,
  clock: { now: number },
  visitors: number,
): Promise<WorkingDay> {
  const cookie = await signedIn(hall, 'jonas', 'receptionist')
  const { page } = await hall.device('kiosk')
  const kiosk = openClient(hall.url, { kind: 'device', token: page.split('#token=')[1]! }, {})
  const colleague = openClient(
    hall.url,
    { kind: 'staff' },
    { cookie: await signedIn(hall, 'bronius', 'clerk'), origin: hall.url },
  )
  await Promise.all([kiosk.connected, colleague.connected])
  await colleague.does('shift:open', { counter: 'counter-5' })
  const arrivals = arrivalsOf(visitors)
  const ends = new Map<string, End>()

  async function comes(service = 'information'): Promise<string> {
    const { label } = await kiosk.does('ticket:issue', { service, language: 'lt' })
    await waitingRow(desk, label!)
      .or(desk.locator('.number', { hasText: label! }))
      .first()
      .waitFor()
    return label!
  }

  return {
    desk,
    kiosk,
    colleague,
    ends,
    comes,
    async pass(minutes) {
      for (let left = minutes; left > 0; left -= longestStep) {
        clock.now += Math.min(left, longestStep) * minute
        await desk.clock.setFixedTime(clock.now)
        await desk.keyboard.press('Shift')
        while (arrivals[0] && arrivals[0].at <= clock.now) await comes(arrivals.shift()!.service)
      }
    },
    isSeen: () =>
      desk
        .getByRole('time')
        .getByText(clockTime(clock.now, 'lt', 'Europe/Vilnius'))
        .waitFor(),
    isOver: () => arrivals.length === 0 && clock.now >= opening + hours * 60 * minute,
    async tickets() {
      const all = exampleHall.series.map(({ letter }) => ofSeries(hall, cookie, letter))
      return (await Promise.all(all)).flat()
    },
    close() {
      kiosk.socket.disconnect()
      colleague.socket.disconnect()
    },
  }
}

/** As many as come in a day, at the times of a city hall, the same ones each time. */
function arrivalsOf(visitors: number): { at: number; service: string }[] {
  const demand = demandOf(hallConfig.parse(exampleHall))
  const dice = diceOf('a clerk’s day')
  const perMinute = Math.max(visitors / (hours * 60), arrivalsPerMinute(demand, 1, 0.5))
  const arrivals: { at: number; service: string }[] = []
  for (let at = 0; arrivals.length < visitors;) {
    at += untilNextArrival(at, perMinute, dice)
    arrivals.push({ at: opening + at * minute, service: dice.pick(demand, ({ weight }) => weight).service })
  }
  return arrivals
}

/** From the first number of a series to the last that was given. */
async function ofSeries(hall: HallInChromium, cookie: string, letter: string): Promise<FoundTicket[]> {
  const tickets: FoundTicket[] = []
  for (;;) {
    const query = `${letter}${tickets.length + 1}`
    const answer = await fetch(`${hall.url}/api/reception/find?q=${query}`, { headers: { cookie } })
    const [found] = foundTickets.parse(await answer.json()).tickets
    if (!found) return tickets
    tickets.push(found)
  }
}

/** The session of somebody new. */
async function signedIn(hall: HallInChromium, username: string, role: string): Promise<string> {
  await hall.staff(username, username, role)
  const answer = await fetch(`${hall.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url },
    body: JSON.stringify({ username, password }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
