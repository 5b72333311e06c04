import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import { openChromium, openHallInChromium, type HallInChromium } from './hall-in-chromium.ts'
import { openCounter, t, takeTicket } from './screens.ts'

let free: Browser
let blocked: Browser
beforeAll(async () => {
  ;[free, blocked] = await Promise.all([openChromium('free'), openChromium('blocked')])
})
afterAll(() => Promise.all([free.close(), blocked.close()]))

const clipSeconds = 0.4
const touchIt = t('display.sound')

async function hallIn(browser: Browser): Promise<HallInChromium> {
  const hall = await openHallInChromium(browser, Date.now, 'example', ({ label }, languages) =>
    languages.map((language) => ({ language, clips: [`/api/voice/${label}`, '/api/voice/counter'] })),
  )
  onTestFinished(() => hall.close())
  return hall
}

/** A display whose sounds are made here; `ended` are the lengths of those that were played to their end. */
async function displayOf(hall: HallInChromium): Promise<{ display: Page; ended: () => Promise<number[]> }> {
  const { page } = await hall.device('display', { name: 'Salė' })
  const display = await hall.open('display', 'about:blank')
  await display.route('**/api/voice/*', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: toneOf(clipSeconds) }),
  )
  await display.addInitScript(() => {
    const ended: number[] = []
    Object.assign(globalThis, { ended })
    const create = AudioContext.prototype.createBufferSource
    AudioContext.prototype.createBufferSource = function () {
      const source = create.call(this)
      source.addEventListener('ended', () => ended.push(source.buffer?.duration ?? 0))
      return source
    }
  })
  await display.goto(page)
  return { display, ended: () => display.evaluate(() => (globalThis as never as { ended: number[] }).ended) }
}

test('a call is spoken through the speakers of a display, and its desk and the supervisor see that it was', async () => {
  const hall = await hallIn(free)
  const [{ display, ended }, kiosk, desk] = [
    await displayOf(hall),
    await hall.kiosk(),
    await hall.desk('ona'),
  ]
  await openCounter(desk, '1')
  await takeTicket(kiosk, 'Informacija')
  expect(await display.getByText(touchIt).count()).toBe(0)
  await desk.keyboard.press('F2')

  await desk.getByText(t('desk.heard.played', { time: '' }).trim()).waitFor()
  const clips = [clipSeconds, clipSeconds]
  // Nobody else waits to be called: the words are said twice.
  await expect.poll(ended, { timeout: 10_000 }).toEqual([...clips, ...clips])

  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  const row = page.getByRole('row', { name: /Salė/ })
  await row.getByText(t('devices.sound.voice')).waitFor()
  const last = await row.getByText(/^Nuskambėjo praėjus/).innerText()
  const lag = Number(/praėjus ([\d,]+) s/.exec(last)![1]!.replace(',', '.'))
  expect(lag).toBeLessThan(3)
})

test('a display that its browser keeps silent says so across the screen, and so do desk and supervisor; a touch cures it', async () => {
  const hall = await hallIn(blocked)
  const [{ display, ended }, kiosk, desk] = [
    await displayOf(hall),
    await hall.kiosk(),
    await hall.desk('ona'),
  ]
  await display.getByText(touchIt).waitFor()
  const page = await hall.desk('sofija', 'supervisor', '/counter/devices')
  const row = page.getByRole('row', { name: /Salė/ })
  await row.getByText(/^Negirdėti: palieskite tą ekraną/).waitFor()

  await openCounter(desk, '1')
  const number = await takeTicket(kiosk, 'Informacija')
  await desk.keyboard.press('F2')
  await desk.getByText(t('desk.heard.blocked')).first().waitFor()
  const [bar, call] = await Promise.all(
    [display.locator('p', { hasText: touchIt }), display.locator('.call').getByText(number).first()].map(
      (one) => one.boundingBox(),
    ),
  )
  expect(bar!.width).toBe(1920)
  expect(call!.y).toBeGreaterThanOrEqual(bar!.y + bar!.height)

  await display.mouse.click(900, 500)
  await display.getByText(touchIt).waitFor({ state: 'detached' })
  await row.getByText(/^Nuskambėjo signalas/).waitFor()
  // What was not heard in time is not said late.
  expect(await ended()).toEqual([])
})

/** A soft tone as a WAV file: 16 bits, one channel. */
function toneOf(seconds: number): Buffer {
  const rate = 16_000
  const samples = Math.round(seconds * rate)
  const wav = Buffer.alloc(44 + 2 * samples)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + 2 * samples, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(rate, 24)
  wav.writeUInt32LE(2 * rate, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(2 * samples, 40)
  for (let n = 0; n < samples; n += 1)
    wav.writeInt16LE(Math.round(3_000 * Math.sin((2 * Math.PI * 440 * n) / rate)), 44 + 2 * n)
  return wav
}
