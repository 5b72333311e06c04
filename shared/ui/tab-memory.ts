/**
 * What a tab keeps until it is closed. Where the browser keeps nothing of a site, the storage throws at every touch.
 * `remember` says whether it was kept.
 */
export function remember(key: string, value: string): boolean {
  try {
    sessionStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
