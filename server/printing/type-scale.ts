import type { WidthDots } from './picture.ts'

/** Sizes in dots. The three rolls differ in resolution as well as width, so each has its own scale. */
export interface TypeScale {
  readonly hall: number
  readonly label: number
  readonly service: number
  readonly line: number
  readonly caption: number
  readonly footer: number
  readonly copy: number
  /** one step of white space */
  readonly space: number
  /** the wished side of the QR code with its quiet zone */
  readonly code: number
}

const SCALES: Readonly<Record<WidthDots, TypeScale>> = {
  576: {
    hall: 28,
    label: 248,
    service: 38,
    line: 29,
    caption: 24,
    footer: 22,
    copy: 28,
    space: 8,
    code: 240,
  },
  512: {
    hall: 25,
    label: 220,
    service: 34,
    line: 26,
    caption: 22,
    footer: 20,
    copy: 25,
    space: 7,
    code: 224,
  },
  384: {
    hall: 23,
    label: 166,
    service: 29,
    line: 24,
    caption: 21,
    footer: 20,
    copy: 23,
    space: 6,
    code: 190,
  },
}

export function typeScale(widthDots: WidthDots): TypeScale {
  return SCALES[widthDots]
}
