import { watchWorkElsewhere } from './work-elsewhere.ts'

/** Kept where all pages of the browser see it: who works at one page is not away from the others. */
const key = 'eile-active-at'
/** So is that it was locked: whoever closes the page and opens it again is asked who they are. */
const lockedKey = 'eile-locked'
/** Whoever is away so long leaves no client's data in sight (ms). */
export const lockedAfter = 5 * 60_000
/** So often it is written down and looked at, in ms. */
const grain = 5_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Whether the pages of this browser were locked, or left alone for so long: they open locked. */
export function wasLeft(after = lockedAfter): boolean {
  if (localStorage.getItem(lockedKey) !== null) return true
  const at = localStorage.getItem(key)
  return at !== null && Date.now() - Number(at) >= after
}

export function noteLocked(): void {
  localStorage.setItem(lockedKey, 'yes')
}

/** Whoever is here has said who they are, or nobody is signed in. */
export function noteUnlocked(): void {
  localStorage.removeItem(lockedKey)
  localStorage.setItem(key, String(Date.now()))
}

/** Says on this page and the browser's others that somebody is here, or works in another program; call the answer to stop. */
export function noteActivity(): () => void {
  let noted = 0
  const note = () => {
    const now = Date.now()
    if (Math.abs(now - noted) < grain) return
    noted = now
    // A pointer that is moved after so long may be anybody's.
    if (wasLeft()) return
    localStorage.setItem(key, String(now))
  }
  note()
  for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true })
  const stopElsewhere = watchWorkElsewhere((at) => {
    if (at > Number(localStorage.getItem(key)) && !wasLeft()) localStorage.setItem(key, String(at))
  })
  return () => {
    stopElsewhere()
    for (const sign of signs) window.removeEventListener(sign, note, { capture: true })
  }
}

/** Calls `onidle` once nobody has touched a key or moved a pointer for `after` ms, or another page was locked; call the answer to stop. */
export function watchIdle(after: number, onidle: () => void): () => void {
  const stopNoting = noteActivity()
  const timer = setInterval(() => {
    if (!wasLeft(after)) return
    stop()
    onidle()
  }, grain)
  function stop() {
    clearInterval(timer)
    stopNoting()
  }
  return stop
}
