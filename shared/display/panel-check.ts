import { layOutCalls } from './calls-layout.ts'
import { legibleMm, legibleType, type Panel, type Picture } from './legibility.ts'

/** Panels that there are, and halls. */
export const panelLimits = { inches: [10, 200], distanceMetres: [1, 60] } as const

/** Why a panel is refused: mm of a capital, whole metres and inches. */
export interface TooSmall {
  readonly inches: number
  readonly distance: number
  /** How large a number must be. */
  readonly need: number
  /** How large it can be. */
  readonly room: number
  /** From how far this panel is legible. */
  readonly nearer: number
  /** How large a panel is legible from there. */
  readonly larger: number
}

/** How panels hang of which no more is known. */
export const usualPicture = {
  lying: { width: 1_920, height: 1_080 },
  upright: { width: 1_080, height: 1_920 },
} as const satisfies Record<string, Picture>
const usualCall = { label: 'A000', counter: '00' }

/** Whether such a panel can be and hang there. */
export function isPanel({ inches, distanceMetres }: Panel): boolean {
  return within(inches, panelLimits.inches) && within(distanceMetres, panelLimits.distanceMetres)
}

/** Null if at least the newest call is legible from the last seat on a panel of this shape. */
export function tooSmall({ inches, distanceMetres }: Panel, picture: Picture): TooSmall | null {
  const roomOfInch = roomMm(1, picture)
  const room = roomOfInch * inches
  const need = legibleMm(distanceMetres)
  if (need <= room) return null
  return {
    inches,
    distance: distanceMetres,
    need: Math.ceil(need),
    room: Math.floor(room),
    nearer: Math.floor(room / legibleMm(1)),
    larger: Math.ceil(need / roomOfInch),
  }
}

/** The largest capital for which a panel has room, in mm; it grows with the panel. */
function roomMm(inches: number, picture: Picture): number {
  // From so far away that the call takes all the room there is.
  const far = { inches, distanceMetres: 1_000 }
  const { type } = layOutCalls(far, picture, [usualCall])
  return (legibleMm(far.distanceMetres) * type) / legibleType(far, picture)
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most
}
