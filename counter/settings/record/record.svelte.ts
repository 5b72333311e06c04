import type { RecordEntry, RecordKind, RecordNames, RecordPage } from '#shared/protocol/record.ts'

import { ask, type Asked } from '../ask.ts'
import { daysBefore } from './days-before.ts'

/** What is looked for; empty texts are no limits. */
export interface Search {
  /** Days in the hall's calendar. */
  readonly from: string
  readonly to: string
  /** `staff`, or one person of them: `staff ID`. */
  readonly who: string
  readonly kind: RecordKind | ''
  readonly about: string
}

type Refused = Extract<Asked<unknown>, { ok: false }>

/** How many days are shown at first. */
const usualDays = 7
/** Entries of one answer to a file, and of a whole file. */
const filePage = 500
export const mostInFile = 10_000

/** What was done in the hall, as far as it was asked for. */
export class HallActs {
  state = $state<'loading' | 'shown' | 'failed'>('loading')
  names = $state.raw<RecordNames | null>(null)
  entries = $state.raw<readonly RecordEntry[]>([])
  next = $state<string | null>(null)
  /** Why the last search was not made. */
  refused = $state.raw<Refused | null>(null)
  /** Entries read for a file so far; null while none is made. */
  inFile = $state<number | null>(null)
  #searched: Search | null = null
  #asked = 0

  /** Reads the names and the last days. */
  async open(): Promise<Search | null> {
    this.state = 'loading'
    const asked = await ask<RecordNames>('GET', '/api/record/names')
    if (!asked.ok) {
      this.state = 'failed'
      return null
    }
    this.names = asked.value
    const { today: to } = asked.value
    const from = daysBefore(to, usualDays - 1)
    const search: Search = { from, to, who: '', kind: '', about: '' }
    await this.search(search)
    return search
  }

  async search(search: Search): Promise<void> {
    await this.#read(search, null)
  }

  async more(): Promise<void> {
    if (this.#searched && this.next !== null) await this.#read(this.#searched, this.next)
  }

  /** All that fits into a file of what was searched for last, the newest first; null if it could not be read. */
  async all(): Promise<{ readonly entries: readonly RecordEntry[]; readonly isPart: boolean } | null> {
    const search = this.#searched
    if (!search || this.inFile !== null) return null
    const entries: RecordEntry[] = []
    let after: string | null = null
    this.inFile = 0
    try {
      do {
        const asked: Asked<RecordPage> = await ask('GET', addressOf(search, after, filePage))
        if (!asked.ok) {
          this.refused = asked
          return null
        }
        entries.push(...asked.value.entries)
        after = asked.value.next
        this.inFile = entries.length
      } while (after !== null && entries.length < mostInFile)
      return { entries, isPart: after !== null }
    } finally {
      this.inFile = null
    }
  }

  async #read(search: Search, after: string | null): Promise<void> {
    this.#asked += 1
    const mine = this.#asked
    const asked = await ask<RecordPage>('GET', addressOf(search, after, null))
    // Somebody has searched for something else meanwhile.
    if (mine !== this.#asked) return
    this.refused = asked.ok ? null : asked
    this.state = 'shown'
    if (!asked.ok) return
    this.#searched = search
    this.entries = after === null ? asked.value.entries : [...this.entries, ...asked.value.entries]
    this.next = asked.value.next
  }
}

function addressOf(
  { from, to, who, kind, about }: Search,
  after: string | null,
  limit: number | null,
): string {
  const [by = '', id] = who.split(' ')
  const query = new URLSearchParams({
    from,
    to,
    ...(by && { by }),
    ...(id && { id }),
    ...(kind && { kind }),
    ...(about.trim() && { about: about.trim() }),
    ...(after !== null && { after }),
    ...(limit !== null && { limit: String(limit) }),
  })
  return `/api/record?${query.toString()}`
}
