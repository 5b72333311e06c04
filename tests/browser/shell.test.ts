import { createServer, type Server, type Socket } from 'node:net'

import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'

import { hallInChromium } from './hall-for-test.ts'
import { heading, scanPage, shownNumber, t, takeTicket } from './screens.ts'

test('a kiosk and a display that start while the server is down show their own faces, and come alive with it', async () => {
  const hall = await hallInChromium()
  const [kiosk, display] = await Promise.all([hall.kiosk(), hall.display()])
  await Promise.all([isAlive(kiosk), isAlive(display)])
  await Promise.all([isKept(kiosk), isKept(display)])

  await hall.stop()
  await Promise.all([kiosk.reload(), display.reload()])
  await heading(kiosk, t('kiosk.notNow')).waitFor()
  await display.getByText(t('line.connecting')).first().waitFor()

  await hall.start()
  await Promise.all([isAlive(kiosk), isAlive(display)])
})

test('a server that accepts and never answers is not waited for', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await isAlive(kiosk)
  await isKept(kiosk)

  await hall.stop()
  const hung = await neverAnswering(Number(new URL(hall.url).port))
  await kiosk.reload({ waitUntil: 'commit' })
  await kiosk
    .getByText(t('line.connecting'))
    .or(heading(kiosk, t('kiosk.notNow')))
    .waitFor()

  await hung.close()
  await hall.start()
  await isAlive(kiosk)
})

test('a page that was loaded while the server was down loads itself anew if it comes back with another build', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  await isAlive(kiosk)
  await isKept(kiosk)

  await hall.stop()
  await kiosk.reload()
  await heading(kiosk, t('kiosk.notNow')).waitFor()
  const loaded = kiosk.waitForEvent('load')
  await hall.start('a newer build')
  await loaded
  await isAlive(kiosk)
})

test('a phone that is loaded while the server is down says what it last knew of its ticket', async () => {
  const hall = await hallInChromium()
  const kiosk = await hall.kiosk()
  const number = await takeTicket(kiosk, 'Informacija')
  const phone = await hall.open('phone', await scanPage(kiosk))
  await isKept(phone)

  await hall.stop()
  await phone.reload()
  await phone.getByText(t('phone.state.waiting')).waitFor()
  expect(await shownNumber(phone)).toBe(number)
  const [beforeTime = ''] = t('line.lost', { time: '|' }).split('|')
  await phone.getByText(beforeTime).waitFor()
})

test('a page whose files do not come says so, and loads itself anew when the server is well', async () => {
  const hall = await hallInChromium()
  const phone = await hall.open('phone', 'about:blank')
  await phone.clock.install()
  let isWell = false
  await phone.route('**/healthz', (route) => (isWell ? route.continue() : route.abort()))
  await phone.route('**/_app/immutable/**', () => {})
  await phone.goto(`${hall.url}/t/no-such-ticket`, { waitUntil: 'commit' })
  const late = phone.getByText('Puslapis dar neįkeltas')
  await late.waitFor({ state: 'attached' })

  await phone.clock.runFor(20_000)
  await late.waitFor()

  await phone.unroute('**/_app/immutable/**')
  isWell = true
  await phone.clock.runFor(5_000)
  await heading(phone, t('phone.unknown.title')).waitFor()
})

test('a page of which one file does not come is loaded anew as well', async () => {
  const hall = await hallInChromium()
  const phone = await hall.open('phone', 'about:blank')
  await phone.clock.install()
  // Those of the pages; the first two are the layout's and the error's.
  const files = /\/_app\/immutable\/nodes\/(?![01]\.)/
  await phone.route(files, (route) => route.abort())
  await phone.goto(`${hall.url}/t/no-such-ticket`)
  await heading(phone, t('page.failed')).waitFor()
  await phone.unroute(files)

  await phone.clock.runFor(10_000)
  await heading(phone, t('phone.unknown.title')).waitFor()
})

test('what brings a new build to kept pages is asked for anew each time, and facts are never kept', async () => {
  const hall = await hallInChromium()
  const worker = await fetch(`${hall.url}/service-worker.js`)
  expect(worker.headers.get('cache-control')).toBe('no-cache')

  const kiosk = await hall.kiosk()
  await isAlive(kiosk)
  await isKept(kiosk)
  await kiosk.reload()
  await isAlive(kiosk)
  const kept = await kiosk.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(opened.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/kiosk')
  expect(kept.filter((path) => /^\/(api|socket\.io|healthz)/.test(path))).toEqual([])
})

/** Whether the page shows what only the server knows. */
async function isAlive(page: Page): Promise<void> {
  await page.locator('main button:visible, .total .count').first().waitFor()
}

/** Whether the page is kept for a start without the server. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** Takes the place of the server, as a process that hangs. */
async function neverAnswering(port: number): Promise<{ close(): Promise<void> }> {
  const callers = new Set<Socket>()
  const server: Server = createServer((caller) => {
    callers.add(caller)
    caller.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      for (const caller of callers) caller.destroy()
      server.close(() => resolve())
    })
  onTestFinished(() => (server.listening ? close() : undefined))
  return { close }
}
