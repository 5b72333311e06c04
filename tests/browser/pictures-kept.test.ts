import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'

import { barSize } from '#counter/bar/bar-window.ts'
import { loadLanguages } from '#shared/messages/catalogue.ts'
import { languageOrder } from '#shared/messages/text.ts'

import { deskScreens } from './desk-screens.ts'
import { hallInChromium } from './hall-for-test.ts'
import { sizes } from './hall-in-chromium.ts'
import { kioskVisit } from './kiosk-screens.ts'
import { compareWithKept } from './kept-picture.ts'
import { displayScreens, errorScreen, phoneScreens, type PublicScreen } from './public-screens.ts'
import { openStaged } from './staged-page.ts'

beforeAll(() => loadLanguages(languageOrder))

/** A line here is all that another screen takes. */
const kept: readonly [size: keyof typeof sizes, name: string][] = [
  ['display', 'display busy lt-en-ru-pl-uk'],
  ['display', 'display closed lt-en-ru-pl-uk'],
  ['phone', 'phone waiting lt'],
  ['phone', 'phone called lt'],
  ['phone', 'page not-found'],
  ['desk', 'desk called'],
  ['desk', 'desk signed out'],
]

test.each(kept)('on the %s, %s looks as it was kept', async (size, name) => {
  const hall = await hallInChromium()
  const page = await hall.open(size, 'about:blank')
  const { address, scene } = screenNamed(name)
  await openStaged(page, new URL(address, hall.url).href, scene)
  await compareWithKept(fileOf(name), await page.screenshot({ animations: 'disabled', caret: 'hide' }))
})

test('the bar of a desk looks as it was kept', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('desk', 'about:blank')
  await page.setViewportSize(barSize)
  const { scene } = screenNamed('desk called')
  await openStaged(page, new URL('/counter/bar', hall.url).href, { ...scene, said: 'A012' })
  await compareWithKept('bar-called', await page.screenshot({ animations: 'disabled', caret: 'hide' }))
})

test('the screens of a visit to the kiosk look as they were kept', async () => {
  const hall = await hallInChromium()
  const page = await hall.open('kiosk', 'about:blank')
  for await (const screen of kioskVisit(page, hall.url, 'lt')) {
    await compareWithKept(
      `kiosk-${screen}-lt`,
      await page.screenshot({ animations: 'disabled', caret: 'hide' }),
    )
  }
})

// Not while pictures are kept: it would keep what it spoils.
test.skipIf(process.env['KEEP_PICTURES'] === '1')(
  'a picture that differs by more than the edges of its letters is told',
  async () => {
    const hall = await hallInChromium()
    const page = await hall.open('phone', 'about:blank')
    const name = 'phone waiting lt'
    const { address, scene } = screenNamed(name)
    await openStaged(page, new URL(address, hall.url).href, scene)
    await page.addStyleTag({ content: 'h1 { padding-top: 8px }' })
    await expect(compareWithKept(fileOf(name), await page.screenshot())).rejects.toThrow('look different')
    const smaller = createCanvas(10, 10).toBuffer('image/png')
    await expect(compareWithKept(fileOf(name), smaller)).rejects.toThrow('10x10')
  },
)

function screenNamed(name: string): Pick<PublicScreen, 'address' | 'scene'> {
  const atDesk = deskScreens('lt').map(({ name, scene }) => ({
    name: `desk ${name}`,
    address: '/counter',
    scene,
  }))
  const screens = [...displayScreens('en', 'ru', 'pl', 'uk'), ...phoneScreens('lt'), errorScreen(), ...atDesk]
  return screens.find((screen) => screen.name === name)!
}

function fileOf(name: string): string {
  return name.replaceAll(' ', '-')
}
