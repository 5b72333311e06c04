/**
 * The token of the device that this browser is: from the address (`#token=...`), where it is opened for the first
 * time, else from what was kept under `key`. Takes it out of the address, so that it is neither read off the screen
 * nor bookmarked. Null if this browser is not paired.
 */
export function deviceToken(key: string): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (!given) return localStorage.getItem(key)
  localStorage.setItem(key, given)
  // The router keeps its place in the state.
  history.replaceState(history.state, '', location.pathname + location.search)
  return given
}
