/** What stands still for months burns into a panel: the whole board moves by a step every two minutes, in a ring. */
const every = 120_000
/** Of the page's width and height; nobody sees it, and the page's own edges are wider. */
const step = 0.004

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const

/** How far the board stands from its place, in whole CSS px: letters between two pixels are not sharp. */
export function shiftAt(now: number, { width, height }: { width: number; height: number }) {
  const [across, down] = ring[Math.floor(now / every) % ring.length]!
  return { x: Math.trunc(across * step * width), y: Math.trunc(down * step * height) }
}
