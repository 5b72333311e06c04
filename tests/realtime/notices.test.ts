import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { pictureAddress } from '#shared/display/notice.ts'
import type { NoticeList } from '#shared/protocol/notices.ts'

import { pageOf } from './page.ts'
import { runningHall, type RunningHall } from './running-hall.ts'

const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const notice = {
  title: { lt: 'Rytoj nedirbame' },
  body: { lt: 'Kitas priėmimas – pirmadienį.' },
  picture: null,
  zone: null,
  from: null,
  until: null,
}
const pictured = {
  ...notice,
  picture: { dataUrl: `data:image/png;base64,${png.toString('base64')}`, alt: 'Kalendorius' },
}

async function supervised() {
  const hall = await runningHall()
  return { hall, ask: pageOf(hall, await hall.staff('sofija', 'supervisor')) }
}

const titles = (view: { notices: readonly { title: { lt?: string | undefined } }[] }) =>
  view.notices.map(({ title }) => title.lt)

const pictureAt = (hall: RunningHall, id: string, hash: string) =>
  fetch(`${hall.server.url}${pictureAddress(id, hash)}`)

test('a notice is on the display as soon as it is written, changed or removed', async () => {
  const { hall, ask } = await supervised()
  const display = await hall.display()
  expect((await display.seen('display')).notices).toEqual([])

  const { status, body } = await ask('POST', '/notices', notice)
  const { id } = body as { id: string }
  expect(status).toBe(201)
  const { title, body: words } = notice
  await display.seen('display', (view) => view.notices.length === 1)
  expect((await display.seen('display')).notices).toEqual([{ id, title, body: words, picture: null }])

  expect(await ask('PATCH', `/notices/${id}`, { title: { lt: 'Dirbame' } })).toEqual({
    status: 204,
    body: null,
  })
  await display.seen('display', (view) => titles(view).includes('Dirbame'))
  expect((await display.seen('display')).notices[0]!.body).toEqual(words)

  expect((await ask('DELETE', `/notices/${id}`)).status).toBe(204)
  await display.seen('display', (view) => view.notices.length === 0)
  expect(await ask('DELETE', `/notices/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'notice/unknown' },
  })
  expect(await ask('PATCH', `/notices/${id}`, {})).toMatchObject({
    status: 404,
    body: { code: 'notice/unknown' },
  })
})

test('a notice with a term comes and goes by itself, and staff are told which one is where', async () => {
  const { hall, ask } = await supervised()
  const display = await hall.display()
  await ask('POST', '/notices', { ...notice, from: hall.now() + 300, until: hall.now() + 900 })
  const list = async () => (await ask('GET', '/notices')).body as NoticeList
  expect((await list()).notices[0]!.state).toBe('planned')
  await display.seen('display', (view) => view.notices.length === 1)
  expect((await list()).notices[0]!.state).toBe('shown')
  await display.seen('display', (view) => view.notices.length === 0)
  expect((await list()).notices[0]!.state).toBe('over')
})

test('a notice that is sent twice, or once more with other words, is one', async () => {
  const { hall, ask } = await supervised()
  const display = await hall.display()
  const id = 'a-page-made-this-id'
  const sent = await Promise.all([
    ask('POST', '/notices', { id, ...notice }),
    ask('POST', '/notices', { id, ...notice }),
  ])
  expect(sent).toEqual(Array(2).fill({ status: 201, body: { id } }))
  const mended = { id, ...notice, title: { lt: 'Rytoj dirbame' } }
  expect((await ask('POST', '/notices', mended)).status).toBe(201)
  const { notices } = await display.seen('display', (view) => titles(view).includes('Rytoj dirbame'))
  expect(notices).toHaveLength(1)
  expect(await ask('POST', '/notices', { ...mended, id: '../x' })).toMatchObject({ status: 400 })
})

test('a display is crowded by the notices of its own zone, and only that one is named', async () => {
  const { hall, ask } = await supervised()
  const [one, other] = exampleHall.zones.map(({ id }) => id)
  await hall.device('display', { name: 'Čia', zone: one })
  await hall.device('display', { name: 'Ten', zone: other })
  const crowded = async () => ((await ask('GET', '/notices')).body as NoticeList).crowded
  for (let n = 0; n < 6; n += 1)
    for (const zone of [one, other]) await ask('POST', '/notices', { ...notice, zone })
  expect(await crowded()).toEqual([])
  for (let n = 0; n < 5; n += 1) await ask('POST', '/notices', { ...notice, zone: one })
  expect(await crowded()).toEqual(['Čia'])
})

test('what is shown outlives the server', async () => {
  const { hall, ask } = await supervised()
  await ask('POST', '/notices', notice)
  const { token } = await hall.device('display')
  await hall.restart()
  const display = await hall.connect({ kind: 'device', token })
  expect(titles(await display.seen('display'))).toEqual(['Rytoj nedirbame'])
})

test('a notice of a zone is on the displays of that zone and on those of the whole hall', async () => {
  const { hall, ask } = await supervised()
  const { zones, languages } = (await ask('GET', '/notices')).body as NoticeList
  expect(languages[0]).toBe('lt')
  const [one, other] = zones
  const displays = await Promise.all([hall.display(one!.id), hall.display(other!.id), hall.display()])
  await ask('POST', '/notices', { ...notice, zone: one!.id })
  await ask('POST', '/notices', { ...notice, title: { lt: 'Visur' } })
  await Promise.all(
    displays.map((display) => display.seen('display', (view) => titles(view).includes('Visur'))),
  )
  const seen = await Promise.all(displays.map(async (display) => titles(await display.seen('display'))))
  expect(seen).toEqual([['Rytoj nedirbame', 'Visur'], ['Visur'], ['Rytoj nedirbame', 'Visur']])
})

test('the picture of a notice is for anybody, for ever, as it is and not as a page of its own', async () => {
  const { hall, ask } = await supervised()
  const display = await hall.display()
  const { id } = (await ask('POST', '/notices', pictured)).body as { id: string }
  const view = await display.seen('display', ({ notices }) => notices.length === 1)
  const { hash, alt } = view.notices[0]!.picture!
  expect(alt).toBe('Kalendorius')

  const answer = await pictureAt(hall, id, hash)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect((await pictureAt(hall, id, 'another')).status).toBe(404)

  const dataUrl = `data:image/svg+xml;base64,${btoa(drawing)}`
  await ask('PATCH', `/notices/${id}`, { picture: { dataUrl, alt: 'Planas' } })
  const after = await display.seen('display', ({ notices }) => notices[0]?.picture?.alt === 'Planas')
  const drawn = await pictureAt(hall, id, after.notices[0]!.picture!.hash)
  expect([await drawn.text(), drawn.headers.get('content-type')]).toEqual([drawing, 'image/svg+xml'])
  expect(drawn.headers.get('content-security-policy')).toContain('sandbox')
  expect((await pictureAt(hall, id, hash)).status).toBe(404)
})

test('a notice that displays cannot show is refused with the reason, and nothing is kept', async () => {
  const { ask } = await supervised()
  const wrong: [changes: object, code: string][] = [
    [{ title: {} }, 'notice/untitled'],
    [{ body: { lt: 'x'.repeat(201) } }, 'notice/too-long'],
    [{ zone: 'nowhere' }, 'notice/unknown-zone'],
    [{ from: 2, until: 1 }, 'notice/ends-early'],
    [{ picture: { ...pictured.picture, alt: '' } }, 'notice/undescribed'],
    [{ picture: { alt: 'Be failo' } }, 'command/malformed'],
    [{ picture: { dataUrl: 'data:text/html;base64,PGI+', alt: 'x' } }, 'notice/picture-not-a-picture'],
    [{ until: 'tomorrow' }, 'command/malformed'],
    [{ more: true }, 'command/malformed'],
  ]
  for (const [changes, code] of wrong)
    expect(await ask('POST', '/notices', { ...notice, ...changes }), code).toMatchObject({
      status: 400,
      body: { code },
    })
  expect((await ask('GET', '/notices')).body).toMatchObject({ notices: [] })

  const { id } = (await ask('POST', '/notices', notice)).body as { id: string }
  const noFile = await ask('PATCH', `/notices/${id}`, { picture: { alt: 'Be failo' } })
  expect(noFile).toMatchObject({ status: 400, body: { code: 'notice/picture-not-a-picture' } })
})

test('supervisors and administrators write notices, clerks and pages of others do not', async () => {
  const { hall, ask } = await supervised()
  for (const role of ['clerk', 'receptionist'] as const) {
    const page = pageOf(hall, await hall.staff(role, role))
    for (const [method, path] of [
      ['GET', '/notices'],
      ['POST', '/notices'],
    ] as const)
      expect(await page(method, path, method === 'POST' ? notice : undefined), role).toMatchObject({
        status: 403,
        body: { code: 'right/missing', details: { right: 'notice:manage' } },
      })
  }
  expect((await pageOf(hall, '')('GET', '/notices')).status).toBe(401)
  const elsewhere = pageOf(hall, await hall.signIn('sofija'), 'http://elsewhere.example')
  expect(await elsewhere('POST', '/notices', notice)).toMatchObject({ status: 403 })
  expect((await ask('GET', '/notices')).body).toMatchObject({ notices: [] })
  const ada = pageOf(hall, await hall.staff('ada', 'administrator'))
  expect((await ada('POST', '/notices', notice)).status).toBe(201)
})
