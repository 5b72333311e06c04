import { callWidth, stackedWidth, type WrittenCall } from './call-width.ts'
import { legibleType, type Panel, type Picture } from './legibility.ts'

/** How calls are laid out, so that none is too small; lengths in CSS px. */
export interface CallsLayout {
  /** The smallest type of numbers, counters and arrows. */
  readonly type: number
  /** Whether arrow and counter stand under the number, since the width has no room for both. */
  readonly stacked: boolean
  /** Whether at least the newest call is legible. If not, it is as large as the panel allows. */
  readonly fits: boolean
  readonly newestHeight: number
  /** How many calls stand under the newest one. */
  readonly earlier: number
  readonly earlierHeight: number
}

/** From one line to the next, in em, and what a call has around it. */
const [line, around] = [1, 0.1]

/** What of the page is not the calls': as the display is laid out, of its shorter side (vmin) and of its width or height. */
const padding = 2 * 0.0347
const heads = 0.0683
const columnShare = 0.24
export const stripShare = 0.3

/** Most calls under the newest one, however near the last seat is. */
const mostEarlier = 8

/** Where calls stand: without the heads above them and the quiet column beside them, or the strip under them. */
export function callsArea({ width, height }: Picture): Picture {
  const shorter = Math.min(width, height)
  const isWide = width > height
  return {
    width: width * (isWide ? 1 - columnShare : 1) - padding * shorter,
    height: height * (isWide ? 1 : 1 - stripShare) - (padding + heads) * shorter,
  }
}

/**
 * Lays out these calls, of which there is one at least: as many as there is room for, the newest as large as on a panel
 * that nobody measured where the usual number of others has room beneath it.
 */
export function layOutCalls(panel: Panel, picture: Picture, calls: readonly WrittenCall[]): CallsLayout {
  const { width, height } = callsArea(picture)
  const wished = legibleType(panel, picture)
  const stacked = Math.max(...calls.map(callWidth)) * wished > width
  const widest = Math.max(...calls.map(stacked ? stackedWidth : callWidth))
  const lines = (stacked ? 2 : 1) * line + around
  const type = Math.min(wished, width / widest, height / lines)
  const call = type * lines
  const usual =
    picture.width > picture.height ? { newest: 10 / 22, earlier: 3 } : { newest: 1 / 3, earlier: 5 }
  const large = Math.max(call, height * usual.newest)
  const underLarge = Math.min(mostEarlier, Math.floor((height - large) / call))
  const isRoomy = underLarge >= usual.earlier
  const earlier = isRoomy ? underLarge : Math.min(usual.earlier, Math.max(0, Math.floor(height / call) - 1))
  const newestHeight = isRoomy ? large : height - earlier * call
  return {
    type,
    stacked,
    fits: type === wished,
    newestHeight,
    earlier,
    earlierHeight: earlier === 0 ? 0 : (height - newestHeight) / earlier,
  }
}
