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
  /** What the smallest call takes, with what stands around it. */
  readonly leastHeight: number
  readonly newestHeight: number
  /** How many calls stand under the newest one. */
  readonly earlier: number
  readonly earlierHeight: number
}

/** What else the calls leave room for. */
export interface Beside {
  /** The strip of missed numbers, under the calls. */
  readonly missed: boolean
  /** A line under each call that says where its counter is. */
  readonly zones: boolean
}
export const nothingBeside: Beside = { missed: false, zones: false }

/** From one line to the next, in em, and what a call has around it. */
const [line, around] = [1, 0.1]

/** What of the page is not the calls': as the display is laid out, of its shorter side (vmin) and of its width or height. */
const padding = 2 * 0.0347
const heads = 0.0683
const columnShare = 0.24
export const stripShare = 0.3
export const missedShare = { wide: 0.147, high: 0.19 } as const
const zoneLine = 0.0312

/** Most calls under the newest one, however near the last seat is. */
const mostEarlier = 8

/** Where calls stand: without the heads above them, the strips under them and the quiet column beside them. */
export function callsArea({ width, height }: Picture, { missed }: Beside): Picture {
  const shorter = Math.min(width, height)
  const isWide = width > height
  const strip = missed ? missedShare[isWide ? 'wide' : 'high'] : 0
  return {
    width: width * (isWide ? 1 - columnShare : 1) - padding * shorter,
    height: height * (isWide ? 1 : 1 - stripShare) - (padding + heads + strip) * shorter,
  }
}

/** What is wished beside these calls, as far as none of them is too small to be read for it: the zones first. */
export function besideCalls(
  panel: Panel | null,
  picture: Picture,
  calls: readonly WrittenCall[],
  { missed, zones }: Beside,
): Beside {
  if (!panel || calls.length === 0) return { missed, zones }
  const tries: Beside[] = [
    { missed, zones },
    { missed: false, zones },
    { missed, zones: false },
  ]
  return tries.find((beside) => layOutCalls(panel, picture, calls, beside).fits) ?? nothingBeside
}

/**
 * Lays out these calls, of which there is one at least: as many as there is room for, the newest as large as on a panel
 * that nobody measured where the usual number of others has room beneath it.
 */
export function layOutCalls(
  panel: Panel,
  picture: Picture,
  calls: readonly WrittenCall[],
  beside: Beside = nothingBeside,
): CallsLayout {
  const { width, height } = callsArea(picture, beside)
  const zone = beside.zones ? zoneLine * Math.min(picture.width, picture.height) : 0
  const wished = legibleType(panel, picture)
  const stacked = Math.max(...calls.map(callWidth)) * wished > width
  const widest = Math.max(...calls.map(stacked ? stackedWidth : callWidth))
  const lines = (stacked ? 2 : 1) * line + around
  const type = Math.min(wished, width / widest, (height - zone) / lines)
  const call = type * lines + zone
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
    leastHeight: call,
    newestHeight,
    earlier,
    earlierHeight: earlier === 0 ? 0 : (height - newestHeight) / earlier,
  }
}
