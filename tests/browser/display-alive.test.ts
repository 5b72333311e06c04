import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'

import type { DeviceList } from '#shared/protocol/devices.ts'
import { openClient } from '#tests/realtime/client.ts'
import { openProxy } from '#tests/realtime/proxy.ts'

import { hallInChromium } from './hall-for-test.ts'
import { nameOf, type HallInChromium } from './hall-in-chromium.ts'
import { password } from './running-pages.ts'
import { t } from './screens.ts'

/** The session of somebody who may do everything, without a page. */
async function signedIn(hall: HallInChromium): Promise<string> {
  await hall.staff('ona', nameOf('ona'), 'administrator')
  const answer = await fetch(`${hall.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url },
    body: JSON.stringify({ username: 'ona', password }),
  })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

/** Somebody who calls. */
async function caller(hall: HallInChromium, cookie?: string) {
  cookie ??= await signedIn(hall)
  const client = openClient(hall.url, { kind: 'staff' }, { cookie, origin: hall.url, reconnects: true })
  onTestFinished(() => void client.socket.disconnect())
  await client.connected
  await client.does('shift:open', { counter: 'counter-1' })
  let last: string | undefined

  /** Is done with whoever was called before, and calls somebody new: the number. */
  return async function call(): Promise<string> {
    if (last !== undefined) {
      await client.does('ticket:start', { ticket: last })
      await client.does('ticket:finish', { ticket: last })
    }
    const { label, ticket } = await client.does('ticket:issue', { service: 'information', language: 'lt' })
    await client.does('ticket:call-next', { counter: 'counter-1' })
    last = ticket!
    return label!
  }
}

/** A display's page that counts what is sounded at it, from before the page runs. */
async function openDisplay(hall: HallInChromium, url = hall.url): Promise<Page> {
  const page = await hall.open('display', 'about:blank')
  await countSounds(page.context())
  const { pathname, hash } = new URL((await hall.device('display')).page, hall.url)
  await page.goto(`${url}${pathname}${hash}`)
  await page.getByText(t('display.noCalls')).waitFor()
  return page
}

async function countSounds(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const counted = window as unknown as { sounds: number }
    counted.sounds = 0
    for (const source of [AudioScheduledSourceNode, AudioBufferSourceNode]) {
      const { start } = source.prototype
      source.prototype.start = function (this: AudioScheduledSourceNode, ...args: []) {
        counted.sounds += 1
        return start.apply(this, args)
      }
    }
  })
}

const sounds = (page: Page) => page.evaluate(() => (window as unknown as { sounds: number }).sounds)
const number = (page: Page, label: string) => page.locator('.call').getByText(label, { exact: true })
const isLost = (page: Page) => page.locator('[role=status].down')

async function isCalled(page: Page, label: string): Promise<void> {
  await number(page, label).first().waitFor()
  await expect.poll(() => sounds(page), { message: 'a call is heard' }).toBeGreaterThan(0)
}

test('a server that is killed and back: the display shows what is so by then, and announces no call of before', async () => {
  const hall = await hallInChromium()
  const call = await caller(hall)
  const proxy = await openProxy(Number(new URL(hall.url).port))
  const display = await openDisplay(hall, proxy.url)
  await isCalled(display, await call())

  // Hung up on without a word, and nobody listens.
  proxy.lose('client')
  proxy.cut()
  await isLost(display).waitFor()
  await hall.stop()
  await hall.start()
  const missed = await call()
  const before = await sounds(display)
  proxy.mend()
  await number(display, missed).first().waitFor()
  await isLost(display).waitFor({ state: 'hidden' })
  expect(await sounds(display)).toBe(before)

  await number(display, await call())
    .first()
    .waitFor()
  await expect.poll(() => sounds(display), { message: 'the next call is heard' }).toBeGreaterThan(before)
})

test('a network that swallows everything is noticed within 20 seconds; once it is mended the display is right', async () => {
  const hall = await hallInChromium()
  const call = await caller(hall)
  const proxy = await openProxy(Number(new URL(hall.url).port))
  const display = await openDisplay(hall, proxy.url)
  await display.clock.install()
  await isCalled(display, await call())

  proxy.lose('server')
  const missed = await call()
  expect(await isLost(display).count()).toBe(0)
  await display.clock.runFor(20_000)
  await isLost(display).waitFor()
  expect(await isLost(display).innerText()).toMatch(/\d\d:\d\d/)
  expect(await display.locator('.dim').count()).toBe(0)
  await display.clock.runFor(41_000)
  await display.locator('.dim').waitFor({ state: 'attached' })

  const before = await sounds(display)
  proxy.mend()
  await number(display, missed).first().waitFor()
  await isLost(display).waitFor({ state: 'hidden' })
  expect(await display.locator('.dim').count()).toBe(0)
  expect(await sounds(display)).toBe(before)
})

test('a page that is killed and opened again is the same display, shows the calls and announces none of them', async () => {
  const hall = await hallInChromium()
  const call = await caller(hall)
  const display = await openDisplay(hall)
  await isCalled(display, await call())
  const context = display.context()
  const devtools = await context.newCDPSession(display)
  const crashed = display.waitForEvent('crash')
  devtools.send('Page.crash').catch(() => {})
  await crashed
  await display.close()
  const missed = await call()

  const again = await context.newPage()
  await again.goto(`${hall.url}/display`)
  await number(again, missed).first().waitFor()
  expect(await again.locator('.pulse').count()).toBe(0)
  expect(await sounds(again)).toBe(0)

  await isCalled(again, await call())
})

test('a display in the middle of a call takes a new build after it', async () => {
  const hall = await hallInChromium()
  const call = await caller(hall)
  const proxy = await openProxy(Number(new URL(hall.url).port))
  const display = await openDisplay(hall, proxy.url)
  await display.clock.install()
  let loads = 0
  display.on('load', () => (loads += 1))
  const called = await call()
  await isCalled(display, called)

  await hall.stop()
  await hall.start('a newer build')
  await isLost(display).waitFor({ state: 'hidden' })
  await display.clock.runFor(2_000)
  expect(loads).toBe(0)
  const loaded = display.waitForEvent('load')
  await display.clock.runFor(12_000)
  await loaded
  await number(display, called).first().waitFor()
})

test('the hall is told how the page of a display fares, and which call it has drawn', async () => {
  const hall = await hallInChromium()
  const cookie = await signedIn(hall)
  const call = await caller(hall, cookie)
  const display = await openDisplay(hall)
  await isCalled(display, await call())

  async function health() {
    const answer = await fetch(`${hall.url}/api/devices`, { headers: { cookie } })
    return ((await answer.json()) as DeviceList).devices[0]?.health ?? null
  }
  await expect.poll(async () => (await health())?.lastCall ?? null, { timeout: 12_000 }).not.toBeNull()
  const told = (await health())!
  expect(told).toMatchObject({ isOlder: false, isStill: false })
  expect(Math.abs(told.ahead)).toBeLessThan(2_000)
  expect(Math.abs(told.lastCall!.at - Date.now())).toBeLessThan(30_000)
})
