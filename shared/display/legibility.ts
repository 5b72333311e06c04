/** A display's panel, and how far from it the last one sits who is to read it. */
export interface Panel {
  /** The diagonal of its picture. */
  readonly inches: number
  readonly distanceMetres: number
}

/** The whole page, in CSS px. */
export interface Picture {
  readonly width: number
  readonly height: number
}

/** EN 301 549 V3.2.1, 5.1.4: a capital H is seen under 0.7 degrees at least: π × 0.7 / 180 of the distance. */
const heightByDistance = 0.0122
/** Inter's capital H in em: 1490 of 2048 units (`sCapHeight` in the font's OS/2 table). */
export const capitalHeight = 0.727
const mmOfInch = 25.4

/** The smallest capital that is read from there, in mm. */
export function legibleMm(distanceMetres: number): number {
  return distanceMetres * 1_000 * heightByDistance
}

export function pixelsPerMm(inches: number, { width, height }: Picture): number {
  return Math.hypot(width, height) / (inches * mmOfInch)
}

/** The type whose capitals are just legible, in CSS px. */
export function legibleType({ inches, distanceMetres }: Panel, picture: Picture): number {
  return (legibleMm(distanceMetres) * pixelsPerMm(inches, picture)) / capitalHeight
}
