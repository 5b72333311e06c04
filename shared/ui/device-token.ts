import type { ScreenKind } from '../protocol/devices.ts'

/**
 * The token of the device that this browser is: from the address (`#token=...`), where it is opened for the first
 * time, else from what was kept. Takes it out of the address, so that it is neither read off the screen nor
 * bookmarked. Null if this browser is not paired.
 */
export function deviceToken(kind: ScreenKind): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (!given) return localStorage.getItem(keyOf(kind))
  keepToken(kind, given)
  // The router keeps its place in the state.
  history.replaceState(history.state, '', location.pathname + location.search)
  return given
}

export function keepToken(kind: ScreenKind, token: string): void {
  localStorage.setItem(keyOf(kind), token)
}

/** Forgets a token that is nobody's any more; one that has taken its place stays. */
export function forgetToken(kind: ScreenKind, token: string): void {
  if (localStorage.getItem(keyOf(kind)) === token) localStorage.removeItem(keyOf(kind))
}

function keyOf(kind: ScreenKind): string {
  return `eile-${kind}-token`
}
