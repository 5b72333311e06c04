import { getContext, setContext } from 'svelte'

import type { Desk } from './desk.svelte.ts'

const key = Symbol('help at hand')

/** From every dialog over this desk help can be called. */
export function keepHelpAtHand(desk: Desk): void {
  setContext(key, desk)
}

/** The desk under a dialog; on other pages of staff there is none. */
export function deskUnder(): Desk | null {
  return getContext<Desk | undefined>(key) ?? null
}
