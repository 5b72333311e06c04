import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import { instantOf, localTime } from '#counter/settings/local-time.ts'
import { changesOf, draftOf, emptyDraft, fieldOf, newNoticeOf } from '#counter/settings/notices/draft.ts'
import HallNotices from '#counter/settings/notices/HallNotices.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { staffMessages, staffTexts } from '#shared/messages/staff.ts'
import { noticeRefusals, type ListedNotice, type NoticeList } from '#shared/protocol/notices.ts'

import { buttonNamed, settled, StaffServer } from './staff-server.ts'

/** 10:31 in Vilnius. */
const now = Date.UTC(2025, 10, 24, 8, 31)
const hour = 3_600_000
const t = staffTexts('lt')

const notice: ListedNotice = {
  id: 'n1',
  title: { lt: 'Rytoj nedirbame', en: 'Closed tomorrow' },
  body: { lt: 'Kitas priėmimas – pirmadienį.' },
  picture: { hash: 'abc', alt: 'Kalendorius' },
  zone: null,
  from: null,
  until: null,
  state: 'shown',
}
const list: { -readonly [Key in keyof NoticeList]: NoticeList[Key] } = {
  now,
  timeZone: 'Europe/Vilnius',
  languages: ['lt', 'en'],
  zones: [{ id: 'main', name: { lt: 'Pagrindinė salė' } }],
  notices: [],
  crowded: [],
}

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer()
})

afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.unstubAllGlobals()
})

async function open(notices: readonly ListedNotice[] = []) {
  server.answers('GET /api/notices', [200, { ...list, notices }])
  screen = mount(HallNotices, { target: document.body, props: { speech: new StaffSpeech() } })
  flushSync()
  await settled()
}

async function press(name: string) {
  buttonNamed(name).click()
  await settled()
}

function write(name: string, text: string) {
  const field = document.querySelector<HTMLInputElement>(`[name="${name}"]`)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

async function save() {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await settled()
}

const words = () => document.body.textContent.replaceAll(/\s+/g, ' ')
const preview = () => document.querySelector('figure')!.textContent.replaceAll(/\s+/g, ' ')

test('a hall without notices says what one is for', async () => {
  await open()
  expect(words()).toContain(t('notices.empty.help'))
})

test('a server that does not answer is told, and the page says nothing else', async () => {
  screen = mount(HallNotices, { target: document.body, props: { speech: new StaffSpeech() } })
  flushSync()
  expect(words()).toContain(t('common.busy'))
  await settled()
  expect(words()).toContain(t('settings.failed'))
  expect(words()).not.toContain(t('notices.empty'))
})

test('each notice is listed with where it is shown and since or until when', async () => {
  await open([
    notice,
    { ...notice, id: 'n2', title: { lt: 'Antras' }, zone: 'main', from: now + hour, state: 'planned' },
    { ...notice, id: 'n3', title: { lt: 'Trečias' }, zone: 'gone', until: now - 24 * hour, state: 'over' },
    { ...notice, id: 'n4', title: { lt: 'Ketvirtas' }, until: now + hour },
  ])
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td:not(.actions)')].map((cell) => cell.textContent.trim()),
  )
  expect(rows).toEqual([
    [t('notices.everywhere'), t('notices.state.shown')],
    ['Pagrindinė salė', t('notices.state.planned', { time: '11:31' })],
    [t('devices.zone.gone'), t('notices.state.over', { time: 'lapkričio 23 d., sekmadienis, 10:31' })],
    [t('notices.everywhere'), t('notices.state.shownUntil', { time: '11:31' })],
  ])
})

test('more notices than a display takes turns with are told', async () => {
  list.crowded = ['Salė', 'Kasa']
  onTestFinished(() => void (list.crowded = []))
  await open([notice])
  expect(words()).toContain(t('notices.crowded', { count: 10, displays: 'Salė, Kasa' }))
})

test('what is written is seen in Lithuanian first, in whatever order the hall has its languages', async () => {
  list.languages = ['en', 'pl', 'lt']
  onTestFinished(() => void (list.languages = ['lt', 'en']))
  await open()
  await press(t('notices.add'))
  for (const language of list.languages) write(`title.${language}`, `Title ${language}`)
  expect(preview()).toMatch(/Title lt.*Title en/)
  expect(preview()).not.toContain('Title pl')
})

test('a new notice is seen as the display shows it while it is written, and is sent with its term', async () => {
  server.answers('POST /api/notices', [201, { id: 'n1' }])
  await open()
  await press(t('notices.add'))
  write('title.lt', 'Rytoj nedirbame')
  write('body.en', 'Open again on Monday.')
  expect(preview()).toContain('Rytoj nedirbame')
  expect(preview()).toContain('Open again on Monday.')
  write('from', '2025-11-24T12:00')
  await save()
  expect(server.asked.find(({ method }) => method === 'POST')?.body).toEqual({
    id: expect.any(String),
    title: { lt: 'Rytoj nedirbame' },
    body: { en: 'Open again on Monday.' },
    picture: null,
    zone: null,
    from: Date.UTC(2025, 10, 24, 10),
    until: null,
  })
  expect(document.querySelector('form')).toBeNull()
})

test('how much still fits is said, and what does not fit as well', async () => {
  await open()
  await press(t('notices.add'))
  expect(words()).toContain(t('notices.left', { count: 200 }))
  write('body.lt', 'x'.repeat(202))
  expect(words()).toContain(t('notices.tooMany', { count: 2 }))
  expect(document.querySelector('[name="body.lt"]')!.getAttribute('aria-invalid')).toBe('true')
})

test('what was refused is said at its field, and nothing that was written is lost', async () => {
  server.answers('POST /api/notices', [400, { code: 'notice/untitled', details: {} }], [0])
  await open()
  await press(t('notices.add'))
  write('body.lt', 'Tekstas')
  await save()
  const field = document.querySelector('[name="title.lt"]')!
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(field.closest('label')!.textContent).toContain(t('refused.notice/untitled'))
  await save()
  expect(words()).toContain(t('error.line/lost'))
  const ids = server.asked.flatMap(({ method, body }) =>
    method === 'POST' ? [(body as { id: string }).id] : [],
  )
  expect(ids).toEqual([expect.any(String), ids[0]])
  expect(document.querySelector<HTMLTextAreaElement>('[name="body.lt"]')!.value).toBe('Tekstas')
})

test('a notice is removed after a question', async () => {
  server.answers('DELETE /api/notices/n1', [204])
  await open([notice])
  await press(`${t('notices.remove')}: Rytoj nedirbame`)
  expect(words()).toContain(t('notices.remove.shown'))
  expect(server.orders()).toEqual([])
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')]
  buttons.find((one) => one.textContent.includes(t('notices.remove')))!.click()
  await settled()
  expect(server.orders()).toEqual(['DELETE /api/notices/n1'])
})

test('what the form shows of a notice is what it tells the server, if nothing is changed', () => {
  const { title, body, zone } = notice
  const term = { from: now, until: now + hour }
  const draft = draftOf({ ...notice, ...term }, 'Europe/Vilnius')
  expect([draft.from, draft.until]).toEqual(['2025-11-24T10:31', '2025-11-24T11:31'])
  const picture = { alt: 'Kalendorius' }
  expect(changesOf(draft, 'Europe/Vilnius')).toEqual({ title, body, zone, picture, ...term })
})

test('a picture that was chosen goes along with its words', () => {
  const picture = { src: 'data:image/png;base64,AAAA', dataUrl: 'data:image/png;base64,AAAA' }
  const draft = { ...emptyDraft(), picture, alt: 'Planas' }
  expect(newNoticeOf(draft, 'UTC').picture).toEqual({ dataUrl: picture.dataUrl, alt: 'Planas' })
})

test('staff are told why a notice was refused, each in words of its own', () => {
  const codes = Object.keys(noticeRefusals)
  expect(codes.filter((code) => !(`refused.${code}` in staffMessages.lt))).toEqual([])
})

test.each([
  ['notice/untitled', {}, 'title.lt'],
  ['notice/too-long', { where: 'body', language: 'en' }, 'body.en'],
  ['notice/too-long', { where: 'alt', language: 'lt' }, 'alt'],
  ['notice/picture-script', {}, 'picture'],
  ['notice/ends-early', {}, 'until'],
  ['notice/unknown', {}, null],
  ['line/lost', {}, null],
])('%s of %o is said at the field %s', (code, details, field) => {
  expect(fieldOf(code, details)).toBe(field)
})

test.each([
  ['2025-11-24T10:31', '2025-11-24T08:31Z'],
  ['2025-07-01T00:00', '2025-06-30T21:00Z'],
])('the local time %s in Vilnius is the instant %s, and back', (local, utc) => {
  expect(instantOf(local, 'Europe/Vilnius')).toBe(Date.parse(utc))
  expect(localTime(Date.parse(utc), 'Europe/Vilnius')).toBe(local)
})

test('a local time that the change of clocks skips is taken at its end', () => {
  expect(instantOf('2025-03-30T03:30', 'Europe/Vilnius')).toBe(Date.parse('2025-03-30T01:30Z'))
})
