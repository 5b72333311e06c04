import type { UpFields } from '../protocol/up.ts'
import type { Line } from './line.svelte.ts'

type Report = UpFields<'device:report'>

export interface ReportParts {
  readonly line: Pick<Line<never>, 'status' | 'ahead' | 'send'>
  /** Of this page. */
  readonly build: string
  readonly lastCall?: () => Report['lastCall']
}

const lookEvery = 5_000
const reportEvery = 30_000
/** A page that is seen draws at each look. */
const drawsWithin = 15_000
/** In ms: less is how long a message takes. */
const sameClock = 1_000

/** Tells the hall how this device's page fares, over and over and when it changes. Returns the way to stop. */
export function reportHealth({ line, build, lastCall = () => null }: ReportParts): () => void {
  let drawnAt = performance.now()
  let frame = 0
  let told: Report | null = null
  let toldAt = 0

  function look(): void {
    // One frame a look: to ask for each would keep the machine busy.
    cancelAnimationFrame(frame)
    const now = performance.now()
    if (line.status !== 'live') told = null
    else {
      const drawnAgo = Math.round(now - drawnAt)
      const picture = { width: innerWidth, height: innerHeight }
      const report = { build, drawnAgo, ahead: Math.round(line.ahead), lastCall: lastCall(), picture }
      if (told === null || now - toldAt >= reportEvery || differs(report, told)) {
        told = report
        toldAt = now
        void line.send('device:report', report)
      }
    }
    frame = requestAnimationFrame(() => (drawnAt = performance.now()))
  }

  look()
  const looking = setInterval(look, lookEvery)
  return () => {
    clearInterval(looking)
    cancelAnimationFrame(frame)
  }
}

function differs(one: Report, other: Report): boolean {
  const draws = ({ drawnAgo }: Report) => drawnAgo < drawsWithin
  return (
    draws(one) !== draws(other) ||
    Math.abs(one.ahead - other.ahead) > sameClock ||
    one.lastCall?.call !== other.lastCall?.call ||
    one.picture?.width !== other.picture?.width ||
    one.picture?.height !== other.picture?.height
  )
}
