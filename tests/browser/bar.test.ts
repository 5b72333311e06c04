import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'

import { barSize } from '#counter/bar/bar-window.ts'
import { type StaffLanguage, staffLanguages, staffTexts } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { type DeskScreen, deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { password } from './running-pages.ts'
import { button, heading, openCounter, t, takeTicket, visitor, waitingRow } from './screens.ts'
import { openStaged, type Scene, stagedNow } from './staged-page.ts'
import { lossesWhenEnlarged, staffViolations } from './violations.ts'

/** The screen that the bar is to take a twentieth of, at most. */
const screen = { width: 1366, height: 768 }

test('the bar takes a twentieth of a screen', () => {
  expect(barSize.width * barSize.height).toBeLessThanOrEqual((screen.width * screen.height) / 20)
})

test.each(staffLanguages)(
  'the bar needs no scrolling in %s in any state, breaks no rule of access and loses nothing when enlarged',
  async (language) => {
    const hall = await hallInChromium()
    const page = await hall.open('desk', '/')
    await page.setViewportSize(barSize)
    await page.evaluate((one) => localStorage.setItem('eile-staff-language', one), language)
    const found: string[] = []
    for (const { name, scene, key, callsAt } of barScreens(language)) {
      await openStaged(page, new URL('/counter/bar', hall.url).href, scene)
      if (callsAt) {
        await page.evaluate((due) => new BroadcastChannel('eile-auto-call').postMessage({ due }), callsAt)
        await button(page, staffTexts(language)('desk.autoCall.stop')).waitFor()
      }
      if (key) {
        await page.keyboard.press(key)
        await page.getByRole('alert').waitFor()
      }
      if (await isScrolled(page)) found.push(`${name}: is scrolled`)
      const all = [...(await staffViolations(page, language)), ...(await lossesWhenEnlarged(page))]
      found.push(...all.map((one) => `${name}, ${one}`))
    }
    expect(found).toEqual([])
  },
)

test('the bar lies over other windows and works by keys and number pad, as one desk with the whole page', async () => {
  const { desk, number } = await deskWithOneWaiting()
  const [over] = await Promise.all([desk.context().waitForEvent('page'), button(desk, t('desk.bar')).click()])
  const bar = over.frameLocator('iframe')
  await bar.getByRole('button', { name: t('desk.callNext') }).waitFor()

  await over.keyboard.press('NumpadEnter')
  await visitor(desk).getByText(number).waitFor()
  await bar.getByText(number).waitFor()
  await button(desk, t('desk.start')).click()
  await bar.getByRole('button', { name: t('desk.finish') }).waitFor()
  await over.keyboard.press('NumpadDivide')
  await button(desk, t('desk.resumeServing')).waitFor()

  // What asks is asked where there is room for it.
  await over.keyboard.press('p')
  await heading(desk, t('desk.transfer.title', { number })).waitFor()
  await desk.keyboard.press('Escape')

  await over.keyboard.press('F2')
  await visitor(desk).getByText(t('desk.here.nobody')).waitFor()
})

test('a call that the desk is about to make by itself is counted at the bar too, and stopped there', async () => {
  const { desk, number } = await deskWithOneWaiting()
  const [over] = await Promise.all([desk.context().waitForEvent('page'), button(desk, t('desk.bar')).click()])
  const bar = over.frameLocator('iframe')
  await bar.getByRole('button', { name: t('desk.callNext') }).waitFor()
  await desk.keyboard.press('i')
  const stop = bar.getByRole('button', { name: t('desk.autoCall.stop') })
  await stop.waitFor()
  await over.keyboard.press('Escape')
  await stop.waitFor({ state: 'detached' })
  await button(desk, t('desk.autoCall.stop')).waitFor({ state: 'detached' })
  await waitingRow(desk, number).waitFor()
})

test('where no window can lie over the others the bar has one of its own, and a locked one shows no number', async () => {
  const { desk, number } = await deskWithOneWaiting()
  await desk.evaluate(() => Object.defineProperty(window, 'documentPictureInPicture', { value: undefined }))
  const [bar] = await Promise.all([desk.context().waitForEvent('page'), button(desk, t('desk.bar')).click()])
  await bar.setViewportSize(barSize)
  await bar.getByRole('button', { name: t('desk.callNext') }).click()
  await visitor(desk).getByText(number).waitFor()

  await bar.keyboard.press('u')
  await bar.getByText(t('lock.title')).waitFor()
  expect(await bar.title()).not.toContain(number)
  expect(await bar.getByText(number).count()).toBe(0)
  await desk.getByLabel(t('desk.signIn.password')).fill(password)
  await button(desk, t('lock.unlock')).click()
  await bar.getByText(number).waitFor()

  await desk.close()
  const [whole] = await Promise.all([
    bar.context().waitForEvent('page'),
    button(bar, t('desk.bar.whole')).click(),
  ])
  await visitor(whole).getByText(number).waitFor()
})

test('no page of another site can lay a page of the hall into a frame', async () => {
  const hall = await hallInChromium()
  const addresses = [
    '/',
    '/counter',
    '/counter/bar',
    '/kiosk',
    '/display',
    '/calls',
    '/t/no-such-ticket',
    '/nowhere',
  ]
  for (const address of addresses) {
    const { headers } = await fetch(`${hall.url}${address}`)
    expect(headers.get('content-security-policy'), address).toBe("frame-ancestors 'self'")
  }
  const page = await hall.open('desk', 'about:blank')
  const frame = `<iframe src="${hall.url}/counter"></iframe>`
  const elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end(frame))
  onTestFinished(() => void elsewhere.close().closeAllConnections())
  await once(elsewhere.listen(0, 'localhost'), 'listening')
  const { port } = elsewhere.address() as AddressInfo
  const [request] = await Promise.all([
    page.waitForEvent('requestfailed'),
    page.goto(`http://localhost:${port}/`),
  ])
  expect([request.url(), request.failure()?.errorText]).toEqual([
    `${hall.url}/counter`,
    'net::ERR_BLOCKED_BY_RESPONSE',
  ])
})

test('the desk can be installed as a program, of which the bar is a shortcut', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('desk', '/counter')
  await heading(page, t('desk.signIn.title')).waitFor()
  const browser = await page.context().newCDPSession(page)
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // Here no page can be: contexts of tests keep nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
  const { errors, data } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { start_url, icons, shortcuts } = JSON.parse(data!) as Manifest
  expect(shortcuts).toEqual([{ name: t('desk.bar'), url: '/counter/bar' }])
  for (const address of [start_url, shortcuts[0]!.url, icons[0]!.src])
    expect((await page.request.get(new URL(address, hall.url).href)).status(), address).toBe(200)
})

interface Manifest {
  readonly start_url: string
  readonly icons: readonly { readonly src: string }[]
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[]
}

async function deskWithOneWaiting(): Promise<{ desk: Page; number: string }> {
  const hall = await hallInChromium()
  const [kiosk, desk] = await Promise.all([hall.kiosk(), hall.desk('ona', 'supervisor')])
  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  await waitingRow(desk, number).waitFor()
  return { desk, number }
}

interface BarState extends DeskScreen {
  /** When the page of the whole desk says that it calls by itself. */
  readonly callsAt?: number
}

/** The desk's states without their questions; and a visitor who is awaited, or about to be called, while all else happens too. */
function barScreens(language: StaffLanguage): BarState[] {
  const screens = deskScreens(language).filter(({ key, name }) => !key && name !== 'no counters')
  const [called, helped] = ['called', 'asked for help by many'].map(
    (name) => screens.find((one) => one.name === name)!.scene,
  )
  const { assistance, help } = helped!.view as DeskView
  const view = called!.view as DeskView
  const visitor: DeskView['visitor'] = {
    ...view.visitor!,
    ...{ label: 'Ž1024', class: 'priority', language: 'uk', needs: ['mobility', 'hearing', 'small-child'] },
  }
  const crowded = { ...called!, view: { ...view, visitor, assistance, help } }
  const served = screens.find((one) => one.name === 'just served')!.scene
  const offer = { label: 'Ž1024', service: 'papers' }
  const soon = { ...served, view: { ...(served.view as DeskView), offer } }
  const all: BarState[] = [
    ...screens,
    { name: 'about to call', scene: soon, callsAt: stagedNow + 30_000 },
    {
      name: 'about to call, asked for help',
      scene: { ...soon, view: { ...soon.view, assistance, help } },
      callsAt: stagedNow + 30_000,
    },
    { name: 'called, asked for help', scene: crowded },
    {
      name: 'called, not heard',
      scene: {
        ...called!,
        view: { ...view, visitor: { ...visitor, announced: { state: 'blocked', at: stagedNow } } },
      },
    },
    { name: 'called, lost', scene: { ...crowded, lost: true } },
    { name: 'called, refused', scene: { ...crowded, refuses: 'ticket/wrong-state' }, key: 'F8' },
  ]
  return all.map(({ scene, ...screen }) => ({
    ...screen,
    scene: { ...scene, said: saidAtBar(scene, language) },
  }))
}

/** The bar does not say at which counter it is. */
function saidAtBar({ said, view }: Scene, language: StaffLanguage): string {
  const t = staffTexts(language)
  if (said !== t('desk.counter.at', { counter: '5' })) return said
  const { visitor, shift } = view as DeskView
  return visitor?.label ?? t(shift?.pause ? 'desk.counter.resume' : 'desk.callNext')
}

function isScrolled(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement
    return scrollHeight > innerHeight || scrollWidth > innerWidth
  })
}
