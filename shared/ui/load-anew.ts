const unattendedGap = 60_000
const healthGap = 10_000
const patience = 5_000

/**
 * Refused, a line does not try again by itself; but nobody stands by a kiosk or a display to load the page anew. Where
 * no service worker keeps the page, one loaded without the server would be the browser's own, and stay dark.
 * Returns the way to leave it.
 */
export function loadAnewByItself(reload = () => location.reload()): () => void {
  let leave: () => void
  const timer = setTimeout(() => (leave = loadAnewOnceHealthy(reload)), unattendedGap)
  leave = () => clearTimeout(timer)
  return () => leave()
}

/** Loads the page anew once the server says that it is well. Returns the way to leave it. */
export function loadAnewOnceHealthy(reload = () => location.reload()): () => void {
  const asking = setInterval(() => void ask(), healthGap)
  async function ask(): Promise<void> {
    if (await serverIsWell()) reload()
  }
  return () => clearInterval(asking)
}

export async function serverIsWell(): Promise<boolean> {
  // A network that died would hold the answer back for minutes.
  const answer = await fetch('/healthz', { signal: AbortSignal.timeout(patience) }).catch(() => null)
  return answer?.ok ?? false
}
