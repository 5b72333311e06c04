import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Browser, chromium, type Page } from 'playwright-core'

import type { ServerParts } from '#server/server.ts'

import { openRunningPages, password, type HallFrom, type RunningPages } from './running-pages.ts'

/** The panels, desks and phones that the pages are made for, in CSS pixels. */
export const sizes = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const

/** A hall with its pages open in a browser, each as on a machine of its own. */
export interface HallInChromium extends RunningPages {
  /** Any page of the hall, or a whole address. */
  open(size: keyof typeof sizes, address: string): Promise<Page>
  kiosk(input?: Record<string, unknown>): Promise<Page>
  display(): Promise<Page>
  /** A page at which this person is signed in. */
  signedIn(username: string, address?: string): Promise<Page>
  /** The same for somebody new. */
  desk(username: string, role?: string, address?: string): Promise<Page>
  /** Pictures of all pages, in a new folder. */
  photograph(): Promise<string>
}

/** What a page waits for comes within a moment; a line that was lost is tried again every 3 seconds. */
const patience = 12_000

/** Opens a hall for whoever closes it. Closing throws if a page had an uncaught error. */
export async function openHallInChromium(
  browser: Browser,
  now: () => number,
  from?: HallFrom,
  clipsOf?: ServerParts['clipsOf'],
): Promise<HallInChromium> {
  const running = await openRunningPages(now, from, clipsOf)
  const pages: { name: string; page: Page }[] = []
  const errors: string[] = []

  async function newPage(size: keyof typeof sizes): Promise<Page> {
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: size === 'kiosk' || size === 'phone',
      locale: 'lt-LT',
      timezoneId: 'Europe/Vilnius',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`))
    pages.push({ name: size, page })
    return page
  }

  async function open(size: keyof typeof sizes, address: string): Promise<Page> {
    const page = await newPage(size)
    await page.goto(new URL(address, running.url).href)
    return page
  }

  async function signedIn(username: string, address = '/counter'): Promise<Page> {
    const page = await newPage('desk')
    const answer = await page.request.post(`${running.url}/api/auth/sign-in/username`, {
      headers: { origin: running.url },
      data: { username, password },
    })
    if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`)
    await page.goto(new URL(address, running.url).href)
    return page
  }

  return {
    ...running,
    open,
    kiosk: async (input = { printer: 'preview:' }) =>
      open('kiosk', (await running.device('kiosk', input)).page),
    display: async () => open('display', (await running.device('display')).page),
    signedIn,
    async desk(username, role = 'clerk', address) {
      await running.staff(username, nameOf(username), role)
      return signedIn(username, address)
    },
    async photograph() {
      const folder = mkdtempSync(join(tmpdir(), 'eile-pictures-'))
      const save = ({ name, page }: (typeof pages)[number], index: number) =>
        page.screenshot({ path: join(folder, `${index + 1}-${name}.png`) })
      await Promise.all(pages.map(save))
      return folder
    },
    async close() {
      await Promise.all(pages.map(({ page }) => page.context().close()))
      await running.close()
      if (errors.length > 0) throw new Error(`A page failed:\n${errors.join('\n')}`)
    },
  }
}

/** As colleagues call somebody who came by `desk`. */
export function nameOf(username: string): string {
  return `Colleague ${username}`
}

/** The one named by CHROME_PATH, as `npm test` does, else the system's. A display's is told to let sound begin by itself. */
export function openChromium(autoplay: 'free' | 'blocked' = 'free'): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(`There is no Chromium at ${executablePath}: npm test installs one.`)
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...(autoplay === 'free' ? ['--autoplay-policy=no-user-gesture-required'] : []),
    ],
  })
}
