import { watchWorkElsewhere } from './work-elsewhere.ts'

/** Kept where all pages of the browser see it: who works at one page is not away from the others. */
const key = 'eile-active-at'
/** Whoever is away so long leaves no client's data in sight (ms). */
export const lockedAfter = 5 * 60_000
/** So often it is written down and looked at, in ms. */
const grain = 5_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Says on this page and the browser's others that somebody is here, or works in another program; call the answer to stop. */
export function noteActivity(): () => void {
  let noted = 0
  const note = () => {
    const now = Date.now()
    if (Math.abs(now - noted) < grain) return
    noted = now
    localStorage.setItem(key, String(now))
  }
  note()
  for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true })
  const stopElsewhere = watchWorkElsewhere((at) => {
    if (at > Number(localStorage.getItem(key))) localStorage.setItem(key, String(at))
  })
  return () => {
    stopElsewhere()
    for (const sign of signs) window.removeEventListener(sign, note, { capture: true })
  }
}

/** Calls `onidle` once nobody has touched a key or moved a pointer for `after` ms; call the answer to stop. */
export function watchIdle(after: number, onidle: () => void): () => void {
  const stopNoting = noteActivity()
  const timer = setInterval(() => {
    if (Date.now() - Number(localStorage.getItem(key)) < after) return
    stop()
    onidle()
  }, grain)
  function stop() {
    clearInterval(timer)
    stopNoting()
  }
  return stop
}
