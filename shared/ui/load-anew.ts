const unattendedGap = 60_000
const healthGap = 10_000

/**
 * Refused, a line does not try again by itself; but nobody stands by a kiosk or a display to load the page anew.
 * Returns the way to leave it.
 */
export function loadAnewByItself(reload = () => location.reload()): () => void {
  const timer = setTimeout(reload, unattendedGap)
  return () => clearTimeout(timer)
}

/** Loads the page anew once the server says that it is well. Returns the way to leave it. */
export function loadAnewOnceHealthy(reload = () => location.reload()): () => void {
  const asking = setInterval(() => void ask(), healthGap)
  async function ask(): Promise<void> {
    const answer = await fetch('/healthz').catch(() => null)
    if (answer?.ok) reload()
  }
  return () => clearInterval(asking)
}
