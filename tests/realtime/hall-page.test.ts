import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { withPart } from '#server/hall-part.ts'
import { largestLogo } from '#shared/brand/logo.ts'
import { hallConfig, newAlerts } from '#shared/protocol/hall-config.ts'
import type { HallPart, HallSettings } from '#shared/protocol/hall-page.ts'
import type { View } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { pageOf } from './page.ts'
import { openRunningHall, type RunningHall } from './running-hall.ts'

// Passwords are hashed slowly on purpose, which on a busy machine adds up.
vi.setConfig({ testTimeout: 20_000 })

let hall: RunningHall
let close: () => Promise<void>
let admin: ReturnType<typeof pageOf>
beforeAll(async () => {
  ;({ hall, close } = await openRunningHall())
  admin = pageOf(hall, await hall.staff('admin', 'administrator'))
})
afterAll(() => close())
beforeEach(async () => {
  await hall.operate('import', { config: exampleHall })
})

async function read(): Promise<HallSettings> {
  return (await admin('GET', '/hall')).body as HallSettings
}

function partOf(config: HallConfig): HallPart {
  const { name, timeZone, languages, hours, texts, brand, voice, alerts, translator } = config
  return { name, timeZone, languages, hours, texts, brand, voice, alerts, translator }
}

async function save(change: Partial<HallPart>, on?: HallSettings) {
  const { config, revision } = on ?? (await read())
  return await admin('PUT', '/hall', { revision, config: { ...partOf(config), ...change } })
}

const renamed = { lt: 'Kita salė', en: 'Another', ru: 'Другой', pl: 'Inna', uk: 'Інша' }
const url = (type: string, content: string | Buffer) =>
  `data:${type};base64,${Buffer.from(content).toString('base64')}`
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'

test.each(['clerk', 'receptionist', 'supervisor'])(
  'a %s may neither read nor change the settings',
  async (role) => {
    const page = pageOf(hall, await hall.staff(`not-${role}`, role))
    const refused = { status: 403, body: { code: 'right/missing', details: { right: 'hall:configure' } } }
    expect(await page('GET', '/hall')).toEqual(refused)
    expect(await page('PUT', '/hall', await read())).toEqual(refused)
  },
)

test('nobody changes the settings who is not signed in, or from a page of another site', async () => {
  expect((await pageOf(hall, '')('GET', '/hall')).status).toBe(401)
  const evil = pageOf(hall, await hall.signIn('admin'), 'http://evil.example')
  expect(await evil('PUT', '/hall', await read())).toMatchObject({
    status: 403,
    body: { code: 'credential/origin' },
  })
})

test('what is saved is shown by a kiosk and a display at once, and the rest of the hall stays', async () => {
  const [kiosk, display] = await Promise.all([hall.kiosk(), hall.display()])
  await Promise.all([kiosk.seen('kiosk'), display.seen('display')])
  const before = await read()

  const saved = await save({ name: renamed, brand: { colour: '#a03020', logo: url('image/svg+xml', svg) } })

  expect(saved.status).toBe(200)
  const isNew = ({ hall: { brand, name } }: Extract<View, { audience: 'kiosk' | 'display' }>) =>
    name.lt === renamed.lt && brand.colour === '#a03020' && brand.logo !== null
  await Promise.all([kiosk.seen('kiosk', isNew), display.seen('display', isNew)])
  expect(await read()).toEqual(saved.body)
  const { services, counters, rules } = before.config
  expect((saved.body as HallSettings).config).toMatchObject({ services, counters, rules })
  const logo = await fetch(`${hall.server.url}/api/brand/logo`)
  expect(await logo.text()).toBe(svg)
})

test('a mark in the place of another is told to be another one', async () => {
  const display = await hall.display()
  const shows = async (text: string, other: string | null) => {
    const brand = { colour: null, logo: url('image/svg+xml', text) }
    expect(await save({ brand })).toMatchObject({ status: 200 })
    return display.seen('display', ({ hall: { brand } }) => brand.logo !== null && brand.logo !== other)
  }
  const first = (await shows(svg, null)).hall.brand.logo
  const second = (await shows(svg.replace('<path', '<path id="other"'), first)).hall.brand.logo
  await shows(svg, second)
  expect((await display.seen('display')).hall.brand.logo).toBe(first)
})

test('who saves on settings that are no longer the latest is refused, and nothing is lost', async () => {
  const old = await read()
  expect(await save({ name: renamed })).toMatchObject({ status: 200 })
  const late = await save({ timeZone: 'Europe/Riga' }, old)
  expect(late).toEqual({ status: 409, body: { code: 'hall/changed' } })
  expect((await read()).config.name).toEqual(renamed)
})

test('of two administrators who save at one moment, one is refused', async () => {
  const both = [renamed, { ...renamed, lt: 'Trečia salė' }]
  const old = await read()
  const answers = await Promise.all(both.map((name) => save({ name }, old)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('settings that come to what they were have the revision that they had, over a restart as well', async () => {
  const { revision } = await read()
  await save({ name: renamed })
  expect((await read()).revision).not.toBe(revision)
  await hall.operate('import', { config: exampleHall })
  expect((await read()).revision).toBe(revision)
  await hall.restart()
  expect((await read()).revision).toBe(revision)
})

test('a language that the hall’s texts lack is refused, naming each of them', async () => {
  const [first, ...others] = exampleHall.services
  const name = { ...first!.name, uk: '' }
  const config = { ...exampleHall, languages: ['lt', 'en'], services: [{ ...first, name }, ...others] }
  expect(await hall.operate('import', { config })).toMatchObject({ ok: true })
  const answer = await save({ languages: ['lt', 'en', 'uk'] })
  expect(answer).toEqual({
    status: 422,
    body: { code: 'hall/invalid', details: { 'services.0.name.uk': 'hall/missing-text' } },
  })
  expect((await read()).config.languages).toEqual(['lt', 'en'])
})

test('what was wrong elsewhere before does not keep the hall from being renamed, and stays as it was', () => {
  const config = hallConfig.parse(exampleHall)
  const [first, ...others] = config.services
  const old = { ...config, services: [{ ...first!, help: { lt: 'Tik lietuviškai' } }, ...others] }
  expect(hallConfig.safeParse(old).success).toBe(false)
  expect(withPart(old, { name: renamed })).toEqual({ ok: true, config: { ...old, name: renamed } })
  expect(withPart(old, { name: { lt: 'Kita salė' } })).toEqual({
    ok: false,
    faults: Object.fromEntries(['en', 'ru', 'pl', 'uk'].map((one) => [`name.${one}`, 'hall/missing-text'])),
  })
})

test.each([[['en', 'lt']], [['lt', 'en', 'lt']], [[]]])(
  'a file whose languages are %j is not imported',
  async (languages) => {
    const told = await hall.operate('import', { config: { ...exampleHall, languages } })
    expect(told).toMatchObject({ ok: false })
    expect(told.lines).toContain('languages: Lithuanian first, and none twice')
  },
)

const days = exampleHall.hours.week as unknown as HallPart['hours']['week']
const never = Object.fromEntries(Object.keys(days).map((day) => [day, []])) as unknown as typeof days

test.each<[place: string, code: string, change: Partial<HallPart>]>([
  ['name.pl', 'hall/missing-text', { name: { ...renamed, pl: ' ' } }],
  ['name.lt', 'hall/too-long', { name: { ...renamed, lt: 'a'.repeat(501) } }],
  [
    'texts.paper.en',
    'hall/missing-text',
    { texts: { welcome: {}, paper: { lt: 'a', ru: 'a', pl: 'a', uk: 'a' } } },
  ],
  ['timeZone', 'hall/bad-time-zone', { timeZone: 'Europe/Nowhere' }],
  ['languages', 'hall/bad-languages', { languages: ['en', 'lt'] }],
  ['languages', 'hall/bad-languages', { languages: ['lt', 'lt'] }],
  [
    'hours.week.monday.0',
    'hall/bad-hours',
    { hours: { week: { ...days, monday: [['17:00', '08:00']] }, exceptions: {} } },
  ],
  ['hours.week', 'hall/never-open', { hours: { week: never, exceptions: {} } }],
  ['hours.exceptions.', 'hall/bad-date', { hours: { week: days, exceptions: { '': [] } } }],
  [
    'hours.exceptions.2026-12-24.0',
    'hall/bad-hours',
    { hours: { week: days, exceptions: { '2026-12-24': [['12:00', '12:00']] } } },
  ],
  ['brand.colour', 'hall/bad-colour', { brand: { colour: 'red', logo: null } }],
  ['voice.speaks', 'hall/malformed', { voice: { speaks: 'yes' as never, saysZone: false } }],
  ['alerts.stopPercent', 'hall/bad-alerts', { alerts: { ...newAlerts, stopPercent: 90 } }],
  ['alerts.attentionPercent', 'hall/bad-alerts', { alerts: { ...newAlerts, attentionPercent: 0 } }],
  ['alerts.waitMinutes', 'hall/bad-alert-minutes', { alerts: { ...newAlerts, waitMinutes: 0 } }],
  ['translator', 'hall/bad-translator', { translator: 'http://translate.example' }],
  ['translator', 'hall/bad-translator', { translator: 'javascript:alert(1)' }],
  ['translator', 'hall/bad-translator', { translator: 'https://translate.example/?a b' }],
  ['brand.logo', 'logo/not-a-picture', { brand: { colour: null, logo: url('image/png', 'no picture') } }],
  ['brand.logo', 'logo/not-a-picture', { brand: { colour: null, logo: url('image/png', svg) } }],
  ['brand.logo', 'logo/not-a-picture', { brand: { colour: null, logo: url('text/html', '<html></html>') } }],
  [
    'brand.logo',
    'logo/script',
    { brand: { colour: null, logo: url('image/svg+xml', svg.replace('<path', '<script>1</script><path')) } },
  ],
  [
    'brand.logo',
    'logo/too-large',
    { brand: { colour: null, logo: url('image/png', Buffer.alloc(largestLogo + 100)) } },
  ],
])('%s: %s', async (place, code, change) => {
  expect(await save(change)).toEqual({
    status: 422,
    body: { code: 'hall/invalid', details: { [place]: code } },
  })
  expect((await read()).config).toMatchObject({ name: exampleHall.name })
})

test('what is not of this page is not changed by it', async () => {
  const { revision, config } = await read()
  expect(await admin('PUT', '/hall', { revision, config })).toMatchObject({
    status: 400,
    body: { code: 'command/malformed' },
  })
})

test('a hall that is not set up says so', async () => {
  const { hall: empty, close: closeEmpty } = await openRunningHall({ from: 'nothing' })
  try {
    const page = pageOf(empty, await empty.staff('admin', 'administrator'))
    expect(await page('GET', '/hall')).toEqual({ status: 409, body: { code: 'hall/not-configured' } })
  } finally {
    await closeEmpty()
  }
})
