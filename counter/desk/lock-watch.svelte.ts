import type { Lock } from '#shared/protocol/me.ts'

import { noteUnlocked } from '../idle.ts'
import { ask } from '../settings/ask.ts'

/** How often a page whose session is locked looks again (ms). */
export const looksAfter = 3_000

/** What a page knows of the lock of its session, and the way to lock it first. */
export class LockWatch {
  /** Null until the server has said it. */
  lock = $state.raw<Lock | null>(null)
  /** The server is to lock it yet. */
  #toBeLocked: boolean
  readonly #onchange: () => void

  /** `onchange`: it was unlocked, or the session is over. */
  constructor(toBeLocked: boolean, onchange: () => void, lock: Lock | null = null) {
    this.lock = lock
    this.#toBeLocked = toBeLocked
    this.#onchange = onchange
  }

  async look(): Promise<void> {
    if (this.#toBeLocked) {
      const locked = await ask('POST', '/api/me/lock')
      // A session that is over needs no lock.
      this.#toBeLocked = !locked.ok && locked.code !== 'credential/missing'
    }
    const asked = await ask<unknown>('GET', '/api/me')
    if (!asked.ok && asked.code === 'credential/locked') this.lock = asked.details as unknown as Lock
    else if (!this.#toBeLocked && (asked.ok || asked.code === 'credential/missing')) {
      noteUnlocked()
      this.#onchange()
    }
  }
}
