import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { refusalText } from '#counter/desk/refusal-text.ts'
import { refusedText } from '#counter/refused-text.ts'
import RightsPage from '#counter/settings/rights/RightsPage.svelte'
import { grouped } from '#counter/settings/rights/right-groups.ts'
import { defaultRights, rights as allRights, roles, staffRights } from '#server/rights.ts'
import { staffLanguages, staffMessages, staffTexts } from '#shared/messages/staff.ts'
import { rightsRefusals, type RightsTable } from '#shared/protocol/rights.ts'

import { administrator, buttonNamed, settled, StaffServer } from './staff-server.ts'

let server: StaffServer
let screen: object | undefined

const table: RightsTable = {
  rights: staffRights,
  kept: [{ role: 'administrator', right: 'staff:manage' }],
  roles: roles.map((role, index) => ({ role, people: index, rights: defaultRights[role] })),
}
const given: RightsTable = {
  ...table,
  roles: table.roles.map((one) =>
    one.role === 'clerk' ? { ...one, rights: [...one.rights, 'ticket:pick'] } : one,
  ),
}

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer()
    .answers('GET /api/me', [200, administrator])
    .answers('GET /api/rights', [200, table])
})
afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.unstubAllGlobals()
})

async function open() {
  screen = mount(RightsPage, { target: document.body })
  flushSync()
  await settled()
}

const box = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`) ?? expect.unreachable(name)
const text = () => document.body.textContent.replaceAll(/\s+/g, ' ')

function press(name: string) {
  box(name).click()
  flushSync()
}

test('every right that somebody can lack has a name in words and says what it lets do', () => {
  for (const language of staffLanguages) {
    const known = Object.keys(staffMessages[language])
    expect(known).toEqual(
      expect.arrayContaining(staffRights.flatMap((one) => [`right.${one}`, `right.${one}.help`])),
    )
  }
  expect(
    grouped(staffRights)
      .flatMap(({ rights }) => rights)
      .sort(),
  ).toEqual([...staffRights].sort())
  expect(grouped(staffRights).map(({ name }) => name)).not.toContain('rights.group.other')
  expect(grouped([...staffRights, 'moon:see']).at(-1)).toEqual({
    name: 'rights.group.other',
    rights: ['moon:see'],
  })
})

test('a refusal says which right is missing, at the desk and on every page', () => {
  const t = staffTexts('lt')
  const speech = { t, language: 'lt', words: { t, clock: String, now: 0 } } as const
  const refusal = { code: 'right/missing', details: { right: 'ticket:cancel' } } as const
  const said = 'Tam reikia teisės „Panaikinti numerį“, o jos neturite. Prašykite administratoriaus.'
  expect(refusalText(speech, refusal, null)).toBe(said)
  expect(refusedText(speech.t, refusal, 'lt')).toBe(said)
  for (const right of allRights)
    expect(refusedText(staffTexts('en'), { code: 'right/missing', details: { right } }, 'en')).toContain(
      'right “',
    )
  expect(refusedText(speech.t, { code: 'right/missing', details: {} }, 'lt')).toBe(
    'Tam neturite teisės. Jos prašykite administratoriaus.',
  )
})

test('shows each role with what it may do, and how many people have it', async () => {
  await open()
  expect(box('Kviesti pasirinktą numerį: Darbuotojas').checked).toBe(false)
  expect(box('Kviesti pasirinktą numerį: Vadovas').checked).toBe(true)
  expect(document.querySelectorAll('input')).toHaveLength(staffRights.length * roles.length)
  expect(text()).toContain('Vadovas2 žmonės')
  expect(document.querySelector('nav a[href="/counter/rights"]')?.textContent).toBe('Teisės')
})

test('what administrators cannot do without cannot be taken', async () => {
  await open()
  const kept = box('Tvarkyti darbuotojus ir teises: Administratorius')
  expect([kept.checked, kept.disabled]).toEqual([true, true])
  expect(text()).toContain('Administratorius šią teisę turi visada')
})

test('a change is asked about in words and then sent alone', async () => {
  server.answers('PUT /api/rights', [200, given])
  await open()
  press('Kviesti pasirinktą numerį: Darbuotojas')
  press('Panaikinti numerį: Darbuotojas')
  press('Panaikinti numerį: Darbuotojas')
  expect(text()).toContain('Neišsaugotas 1 pakeitimas')
  expect(server.orders()).toEqual([])
  buttonNamed('Išsaugoti').click()
  flushSync()
  expect(text()).toContain('Darbuotojas galės: Kviesti pasirinktą numerį')
  buttonNamed('Pakeisti').click()
  await settled()
  expect(server.asked.at(-1)).toEqual({
    method: 'PUT',
    path: '/api/rights',
    body: { changes: [{ role: 'clerk', right: 'ticket:pick', allowed: true }] },
  })
  expect(text()).toContain('Išsaugota. Jau galioja.')
  expect(box('Kviesti pasirinktą numerį: Darbuotojas').checked).toBe(true)
  expect(document.querySelector('dialog')).toBeNull()
})

test('what is wanted can be put back, and a refusal keeps it and says why', async () => {
  server.answers('PUT /api/rights', [409, { code: 'rights/own', details: {} }])
  await open()
  press('Matyti laukiančiuosius: Darbuotojas')
  buttonNamed('Išsaugoti').click()
  flushSync()
  expect(text()).toContain('Darbuotojas nebegalės: Matyti laukiančiuosius')
  buttonNamed('Pakeisti').click()
  await settled()
  expect(document.querySelector('dialog')?.textContent).toContain('Taip patys netektumėte teisės')
  buttonNamed('Atšaukti').click()
  await settled()
  expect(box('Matyti laukiančiuosius: Darbuotojas').checked).toBe(false)
  buttonNamed('Grąžinti, kaip buvo').click()
  flushSync()
  expect(box('Matyti laukiančiuosius: Darbuotojas').checked).toBe(true)
})

test('every refusal about rights has words of its own', () => {
  const codes = Object.keys(rightsRefusals).map((code) => `refused.${code}`)
  for (const language of staffLanguages)
    expect(Object.keys(staffMessages[language])).toEqual(expect.arrayContaining(codes))
})

test('says that it cannot be read, and nothing else', async () => {
  server.answers('GET /api/rights', [0])
  await open()
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Serveris neatsako')
  expect(document.querySelector('table')).toBeNull()
})

test('whoever loses the right while the page is open is told which one it takes', async () => {
  await open()
  server
    .answers('GET /api/rights', [403, { code: 'right/missing', details: { right: 'staff:manage' } }])
    .answers('GET /api/me', [200, { ...administrator, rights: ['ticket:serve'] }])
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  await settled()
  expect(text()).toContain('Tam reikia teisės „Tvarkyti darbuotojus ir teises“.')
  expect(document.querySelector('table')).toBeNull()
})

test('whoever has no right to it is told which one it takes', async () => {
  server.answers('GET /api/me', [200, { ...administrator, rights: ['ticket:serve'] }])
  await open()
  expect(text()).toContain('Tam reikia teisės „Tvarkyti darbuotojus ir teises“.')
  expect(server.asked.map(({ path }) => path)).not.toContain('/api/rights')
})
