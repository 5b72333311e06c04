import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { noticePicture } from '#server/db/notices.ts'
import type { Database } from '#server/db/schema.ts'
import { checkNotice, type CheckedNotice, type NoticeWish } from '#server/notice-check.ts'
import { openNotices, type Notices } from '#server/notices.ts'
import { shownNotices } from '#server/views/shown-notices.ts'
import type { Actor } from '#shared/queue/command.ts'

import { onEachEngine } from './engines.ts'
import { ana, config, freshId, noon } from './test-hall.ts'

const minute = 60_000
const picture = Buffer.from('89504e470d0a1a0a00', 'hex')
const dataUrl = `data:image/png;base64,${picture.toString('base64')}`

function wish(changes: Partial<NoticeWish> = {}) {
  const plain = { title: { lt: 'Remontas' }, body: {}, picture: null, zone: null, from: null, until: null }
  const checked = checkNotice(config, { ...plain, ...changes })
  if (!checked.ok) throw new Error(checked.code)
  return checked.notice
}

onEachEngine((open) => {
  let clock = noon
  let changes = 0
  let notices: Notices | undefined

  beforeEach(() => {
    clock = noon
    changes = 0
  })
  afterEach(() => {
    notices?.close()
    vi.useRealTimers()
  })

  async function openOn(db: Kysely<Database>) {
    const onChanged = () => (changes += 1)
    const opened = await openNotices({ db, hallId: 'vilnius', newId: freshId, now: () => clock, onChanged })
    notices = opened
    const add: (...notice: [CheckedNotice, Actor]) => Promise<string> = async (...notice) => {
      const id = freshId()
      await opened.put(id, ...notice)
      return id
    }
    return { ...opened, add }
  }

  const shown = (zone: string | null = null) =>
    shownNotices(notices!.all(), config, zone, clock).map(({ title }) => title.lt)

  test('what is sent twice, or changed into what it is, is on record once', async () => {
    const db = open()
    const { put, change } = await openOn(db)
    const acts = async () => (await db.selectFrom('acts').select('act').execute()).map(({ act }) => act)
    const all = {
      picture: { dataUrl, alt: 'Įėjimas' },
      zone: config.zones[0]!.id,
      from: noon,
      until: noon + minute,
    }
    const id = freshId()
    await Promise.all([put(id, wish(all), ana), put(id, wish(all), ana)])
    clock += 1
    await put(id, wish(all), ana)
    expect(await change(id, wish({ ...all, picture: { alt: 'Įėjimas' } }), ana)).toEqual({ ok: true })
    expect(await acts()).toEqual(['notice:added'])
    for (const changes of [{ until: noon + 2 * minute }, { toPhones: true }, { picture: null }]) {
      Object.assign(all, changes)
      await change(id, wish(all), ana)
    }
    expect(await acts()).toEqual(['notice:added', ...Array<string>(3).fill('notice:changed')])
  })

  test('a notice is kept with its picture, in the order in which it was made, and told at once', async () => {
    const db = open()
    const { add } = await openOn(db)
    const id = await add(
      wish({ body: { lt: 'Įėjimas iš kiemo' }, picture: { dataUrl, alt: 'Įėjimas' } }),
      ana,
    )
    clock += 1
    await add(wish({ title: { lt: 'Antras', en: 'Second' } }), ana)
    expect(changes).toBe(2)

    notices!.close()
    const [first, second] = (await openOn(db)).all()
    expect(first).toMatchObject({ id, title: { lt: 'Remontas' }, body: { lt: 'Įėjimas iš kiemo' } })
    expect(second).toMatchObject({ title: { lt: 'Antras', en: 'Second' }, picture: null })
    const { hash } = first!.picture!
    const kept = await noticePicture(db, 'vilnius', id, hash)
    expect([Buffer.from(kept!.picture!), kept!.picture_type]).toEqual([picture, 'image/png'])
    expect(await noticePicture(db, 'vilnius', id, 'another')).toBeNull()
  })

  test('a notice that is put twice is one, as it was put last, and who put it is on record', async () => {
    const db = open()
    const { put, all } = await openOn(db)
    await put('twice', wish(), ana)
    await put('twice', wish({ title: { lt: 'Remontas baigtas' } }), ana)
    expect(all()).toMatchObject([{ id: 'twice', title: { lt: 'Remontas baigtas' } }])
    const acts = await db.selectFrom('acts').select('act').where('subject_id', '=', 'twice').execute()
    expect(acts.map(({ act }) => act).toSorted()).toEqual(['notice:added', 'notice:changed'])
  })

  test('a picture whose words are mended stays, and one that is taken away is gone', async () => {
    const db = open()
    const { add, change, all } = await openOn(db)
    const id = await add(wish({ picture: { dataUrl, alt: 'Iėjimas' } }), ana)
    const { hash } = all()[0]!.picture!
    await change(id, wish({ picture: { alt: 'Įėjimas' } }), ana)
    expect(all()[0]!.picture).toEqual({ hash, alt: 'Įėjimas' })
    expect(await noticePicture(db, 'vilnius', id, hash)).not.toBeNull()
    await change(id, wish(), ana)
    expect(all()[0]!.picture).toBeNull()
    expect(await noticePicture(db, 'vilnius', id, hash)).toBeNull()
  })

  test('what is not there cannot be changed or removed, and what is removed is shown no more', async () => {
    const { add, change, remove } = await openOn(open())
    const id = await add(wish(), ana)
    expect(shown()).toEqual(['Remontas'])
    expect(await remove(id, ana)).toEqual({ ok: true })
    expect(shown()).toEqual([])
    expect(await remove(id, ana)).toMatchObject({ ok: false, code: 'notice/unknown' })
    expect(await change(id, wish(), ana)).toMatchObject({ ok: false, code: 'notice/unknown' })
  })

  test('a notice with a term is shown from its first moment until just before its last, and both are told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { add } = await openOn(open())
    await add(wish({ from: noon + 2 * minute, until: noon + 4 * minute }), ana)
    changes = 0
    const seen = []
    for (let passed = 0; passed < 5; passed += 1) {
      seen.push([...shown(), changes > 0])
      changes = 0
      clock += minute
      vi.advanceTimersByTime(minute)
    }
    expect(seen.map(([title]) => title === 'Remontas')).toEqual([false, false, true, true, false])
    expect(seen[2]).toContain(true)
    expect(seen[4]).toContain(true)
  })

  test('a display shows the notices of its zone and those for everywhere, at most ten, the first made', async () => {
    const { add } = await openOn(open())
    const [one, other] = config.zones.map(({ id }) => id)
    await add(wish({ title: { lt: 'Čia' }, zone: one! }), ana)
    clock += 1
    await add(wish({ title: { lt: 'Visur' } }), ana)
    expect(shown(one)).toEqual(['Čia', 'Visur'])
    expect(shown(other ?? 'elsewhere')).toEqual(other ? ['Visur'] : ['Čia', 'Visur'])
    expect(shown(null)).toEqual(['Čia', 'Visur'])
    for (let n = 0; n < 10; n += 1) {
      clock += 1
      await add(wish({ title: { lt: `Nr. ${n}` } }), ana)
    }
    expect(shown()).toHaveLength(10)
    expect(shown()[9]).toBe('Nr. 7')
  })
})

test.each<[string, Partial<NoticeWish>, object]>([
  ['notice/untitled', { title: { en: 'Repairs' } }, {}],
  ['notice/untitled', { title: { lt: '  ' } }, {}],
  [
    'notice/too-long',
    { body: { en: 'x'.repeat(201) } },
    { where: 'body', language: 'en', length: 201, max: 200 },
  ],
  [
    'notice/too-long',
    { title: { lt: 'x'.repeat(61) } },
    { where: 'title', language: 'lt', length: 61, max: 60 },
  ],
  ['notice/unknown-zone', { zone: 'nowhere' }, { zone: 'nowhere' }],
  ['notice/ends-early', { from: noon, until: noon }, {}],
  ['notice/undescribed', { picture: { dataUrl, alt: ' ' } }, {}],
  ['notice/picture-not-a-picture', { picture: { dataUrl: 'data:image/png;base64,AAAA', alt: 'x' } }, {}],
  [
    'notice/picture-too-large',
    { picture: { dataUrl: `data:image/png;base64,${'A'.repeat(1_500_000)}`, alt: 'x' } },
    { max: 1024 },
  ],
  [
    'notice/picture-script',
    { picture: { dataUrl: `data:image/svg+xml;base64,${btoa('<svg><script/></svg>')}`, alt: 'x' } },
    {},
  ],
])('%s is refused: %o', (code, changes, details) => {
  const plain = { title: { lt: 'Remontas' }, body: {}, picture: null, zone: null, from: null, until: null }
  const checked = checkNotice(config, { ...plain, ...changes })
  expect(checked).toMatchObject({ ok: false, code, details })
})
