import type { Lock, Me } from '#shared/protocol/me.ts'

import { noteLocked } from '../idle.ts'
import { ask, lineBack, sessionGone } from './ask.ts'

type Face = 'loading' | 'failed' | 'signed-out' | 'locked' | 'no-right' | 'shown'

/** Who stands before a page for staff, and whether it may be shown. */
export class Settings {
  me = $state.raw<Me | null>(null)
  lock = $state.raw<Lock | null>(null)
  /** A session was open until now. */
  ended = $state(false)
  /** Nothing is shown from now on; the server is told as soon as it hears. */
  locking = $state(false)

  readonly #right: string | null
  #state = $state<'loading' | 'failed' | 'signed-out' | 'locked' | 'known'>('loading')

  readonly face: Face = $derived.by(() => {
    if (this.locking) return 'locked'
    if (this.#state !== 'known') return this.#state
    return this.#right === null || this.may(this.#right) ? 'shown' : 'no-right'
  })

  /** Null: whoever is signed in may see it. */
  constructor(right: string | null) {
    this.#right = right
  }

  may(right: string): boolean {
    return this.me?.rights.includes(right) ?? false
  }

  lockNow(): void {
    noteLocked()
    this.locking = true
  }

  /** It was unlocked, or the session is over. */
  async unlocked(): Promise<void> {
    if (await this.refresh()) this.locking = false
  }

  /** Whether it is known now. */
  async refresh(): Promise<boolean> {
    const asked = await ask<Me>('GET', '/api/me')
    if (asked.ok) {
      this.me = asked.value
      this.lock = null
      this.#state = 'known'
    } else if (asked.code === 'credential/locked') {
      this.lock = asked.details as unknown as Lock
      this.#state = 'locked'
    } else if (asked.code === 'credential/missing') {
      this.ended = this.me !== null
      this.#state = 'signed-out'
    } else {
      if (this.me === null) this.#state = 'failed'
      return false
    }
    return true
  }

  /** The page around a line that is back stays as it is, unless there are other rights. */
  async #lookAtRights(): Promise<void> {
    const asked = await ask<Me>('GET', '/api/me')
    const known = (me: Me | null) => me?.rights.toSorted().join()
    if (asked.ok && this.#state === 'known' && known(asked.value) !== known(this.me)) this.me = asked.value
  }

  /**
   * Looks again whenever an answer says that the session is over or locked, or that a right is missing, and at the rights
   * when a line is back.
   */
  watch(): () => void {
    const look = () => {
      if (this.#state === 'known') void this.refresh()
    }
    const lookAtRights = () => void this.#lookAtRights()
    window.addEventListener(sessionGone, look)
    window.addEventListener(lineBack, lookAtRights)
    return () => {
      window.removeEventListener(sessionGone, look)
      window.removeEventListener(lineBack, lookAtRights)
    }
  }
}
