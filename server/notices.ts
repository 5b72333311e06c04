import { createHash } from 'node:crypto'

import type { Kysely } from 'kysely'

import type { NoticeRefusal } from '#shared/protocol/notices.ts'
import type { ActName } from '#shared/protocol/record.ts'
import type { Actor } from '#shared/queue/command.ts'
import type { Text } from '#shared/queue/config.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import {
  deleteNotice,
  findNotice,
  insertNotice,
  noticesOf,
  updateNotice,
  type NoticeFacts,
} from './db/notices.ts'
import type { Database, NoticeRow } from './db/schema.ts'
import type { CheckedNotice } from './notice-check.ts'
import { noticeAct } from './record/notice-act.ts'
import { onRecord } from './record/write-act.ts'

/** What displays show beside the calls, everywhere or in a zone, for as long as it is to be shown. Times are epoch ms. */
export interface Notice {
  readonly id: string
  readonly title: Text
  readonly body: Text
  readonly picture: { readonly hash: string; readonly alt: string } | null
  readonly zone: string | null
  readonly from: number | null
  readonly until: number | null
  /** Phones of those who wait show its title too. */
  readonly toPhones: boolean
}

export interface Notices {
  /** All of the hall's, in the order in which they were made, for views, which wait for no database. */
  readonly all: () => readonly Notice[]
  /** A new one; one of this id that is there already becomes this. */
  readonly put: (id: string, notice: CheckedNotice, by: Actor) => Promise<void>
  readonly change: (id: string, notice: CheckedNotice, by: Actor) => Promise<Changed>
  readonly remove: (id: string, by: Actor) => Promise<Changed>
  readonly close: () => void
}

type Changed = { readonly ok: true } | Refusal<NoticeRefusal>

export interface NoticeParts {
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly newId: () => string
  readonly now: () => number
  /** Others are shown than before, or one is shown with other words. */
  readonly onChanged: () => void
}

/** Looks at least this often, so that a machine that slept or was set right is noticed. */
const longestSleep = 30_000

export async function openNotices({ db, hallId, newId, now, onChanged }: NoticeParts): Promise<Notices> {
  let known: readonly Notice[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function wind(): void {
    clearTimeout(timer)
    const next = nextChange(known, now())
    if (closed || next === null) return
    timer = setTimeout(strike, Math.min(next - now(), longestSleep))
    timer.unref()
  }

  function strike(): void {
    onChanged()
    wind()
  }

  async function readAnew(): Promise<void> {
    known = (await noticesOf(db, hallId)).map(toNotice)
    wind()
  }

  async function told(isThere: boolean): Promise<Changed> {
    if (!isThere) return refuse('notice/unknown')
    await readAnew()
    onChanged()
    return { ok: true }
  }

  /** What is done to a notice, on record; nothing if it is not as the change takes it to be. */
  async function done(
    by: Actor,
    act: ActName,
    id: string,
    after: CheckedNotice | null,
    change: (trx: Kysely<Database>, before: NoticeFacts | null) => Promise<boolean>,
  ): Promise<boolean> {
    let before: NoticeFacts | null = null
    const { ok } = await onRecord(
      { db, hallId, newId, now, by },
      async (trx) => {
        before = await findNotice(trx, hallId, id)
        return { ok: await change(trx, before) }
      },
      () => noticeAct(act, id, before && toNotice(before), after),
    )
    return ok
  }

  /** False if there is none of this id. What is that already is not changed, and so not on record a second time. */
  async function changed(id: string, notice: CheckedNotice, by: Actor): Promise<boolean> {
    let isThere = false
    await done(by, 'notice:changed', id, notice, async (trx, before) => {
      isThere = before !== null
      const after = columns(notice, now())
      return before !== null && differs(before, after) && (await updateNotice(trx, hallId, id, after))
    })
    return isThere
  }

  await readAnew()
  return {
    all: () => known,
    async put(id, notice, by) {
      const [created_at, none] = [now(), { picture: null, picture_type: null, picture_hash: null }]
      const row = {
        id,
        hall_id: hallId,
        ...none,
        picture_alt: null,
        created_at,
        ...columns(notice, created_at),
      }
      const isNew = await done(by, 'notice:added', id, notice, (trx) => insertNotice(trx, row))
      if (!isNew) await changed(id, notice, by)
      await told(true)
    },
    change: async (id, notice, by) => told(await changed(id, notice, by)),
    remove: async (id, by) =>
      told(await done(by, 'notice:removed', id, null, (trx) => deleteNotice(trx, hallId, id))),
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

export function noticeState({ from, until }: Notice, now: number): 'shown' | 'planned' | 'over' {
  if (until !== null && until <= now) return 'over'
  return from !== null && from > now ? 'planned' : 'shown'
}

/** When the next one begins or ends. */
function nextChange(notices: readonly Notice[], now: number): number | null {
  const coming = notices.flatMap(({ from, until }) => [from ?? 0, until ?? 0]).filter((at) => at > now)
  return coming.length > 0 ? Math.min(...coming) : null
}

function columns({ title, body, picture, zone, from, until, toPhones }: CheckedNotice, now: number) {
  return {
    ...{ title: JSON.stringify(title), body: JSON.stringify(body) },
    ...pictureColumns(picture),
    ...{ zone, from_at: from, until_at: until, to_phones: toPhones ? 1 : 0, changed_at: now },
  }
}

const compared = [
  ...(['title', 'body', 'picture_hash', 'picture_alt'] as const),
  ...(['zone', 'from_at', 'until_at', 'to_phones'] as const),
]

function differs(before: NoticeFacts, after: ReturnType<typeof columns>): boolean {
  return compared.some((fact) => fact in after && after[fact] !== before[fact])
}

/** Of a picture that stays only its words are written. */
function pictureColumns(
  picture: CheckedNotice['picture'],
): Partial<Pick<NoticeRow, 'picture' | 'picture_type' | 'picture_hash' | 'picture_alt'>> {
  if (!picture) return { picture: null, picture_type: null, picture_hash: null, picture_alt: null }
  const { file, alt } = picture
  if (!file) return { picture_alt: alt }
  const hash = createHash('sha256').update(file.bytes).digest('hex').slice(0, 16)
  return {
    picture: Buffer.from(file.bytes),
    picture_type: file.type,
    picture_hash: hash,
    picture_alt: alt,
  }
}

function toNotice(row: NoticeFacts): Notice {
  const { id, title, body, picture_hash: hash, picture_alt: alt, zone, from_at, until_at, to_phones } = row
  return {
    id,
    title: JSON.parse(title) as Text,
    body: JSON.parse(body) as Text,
    picture: hash === null ? null : { hash, alt: alt ?? '' },
    zone,
    from: from_at,
    until: until_at,
    toPhones: to_phones === 1,
  }
}
