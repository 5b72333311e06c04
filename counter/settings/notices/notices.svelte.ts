import type { ListedNotice, NewNotice, NoticeChanges, NoticeList } from '#shared/protocol/notices.ts'

import { ask, type Asked } from '../ask.ts'

/** The hall's notices, and what can be done to them. */
export class Notices {
  state = $state<'loading' | 'shown' | 'failed'>('loading')
  list = $state.raw<readonly ListedNotice[]>([])
  languages = $state.raw<NoticeList['languages']>(['lt'])
  crowded = $state.raw<NoticeList['crowded']>([])
  zones = $state.raw<NoticeList['zones']>([])
  timeZone = $state('UTC')
  /** The server's clock when it was last asked, in epoch ms. */
  now = $state(0)

  async refresh(): Promise<void> {
    const asked = await ask<NoticeList>('GET', '/api/notices')
    this.state = asked.ok ? 'shown' : 'failed'
    if (!asked.ok) return
    const { notices: list, ...rest } = asked.value
    Object.assign(this, { ...rest, list })
  }

  add(notice: NewNotice): Promise<Asked<unknown>> {
    return this.#order('POST', '', notice)
  }

  change({ id }: ListedNotice, changes: NoticeChanges): Promise<Asked<unknown>> {
    return this.#order('PATCH', `/${id}`, changes)
  }

  remove({ id }: ListedNotice): Promise<Asked<unknown>> {
    return this.#order('DELETE', `/${id}`)
  }

  async #order(method: string, path: string, body?: object): Promise<Asked<unknown>> {
    const asked = await ask(method, `/api/notices${path}`, body)
    // Refused or not, what is shown may have been out of date.
    await this.refresh()
    return asked
  }
}
