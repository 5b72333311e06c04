/** A colour as a screen mixes it: red, green and blue, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** A colour as the eye orders it: lightness from 0 to 1, chroma (0 is grey), hue in degrees. */
export interface Oklch {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

/** `#rrggbb`, in upper or lower case. Throws if it is not one. */
export function rgbOf(hex: string): Rgb {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!digits) throw new Error(`"${hex}" is not a colour like #0b5d66`)
  return [channel(digits[1]!), channel(digits[2]!), channel(digits[3]!)]
}

/** The nearest colour that can be written as `#rrggbb`. */
export function hexOf(rgb: Rgb): string {
  const digits = rgb.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255))
  return `#${digits.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The contrast of two colours, from 1 to 21, as WCAG 2.2 reckons it (relative luminance, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** Formulas and matrices: Björn Ottosson, "A perceptual color space for image processing" (2020). */
export function oklchOf(hex: string): Oklch {
  const [red, green, blue] = rgbOf(hex).map(linear) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  }
}

/** As `#rrggbb`: with less chroma where no screen can show so much at this lightness, never with another hue. */
export function hexOfOklch(colour: Oklch): string {
  if (isShown(colour)) return hexOf(mix(colour))
  let [most, least] = [colour.chroma, 0]
  for (let halving = 0; halving < 20; halving += 1) {
    const chroma = (most + least) / 2
    if (isShown({ ...colour, chroma })) least = chroma
    else most = chroma
  }
  return hexOf(mix({ ...colour, chroma: least }))
}

function mix({ lightness, chroma, hue }: Oklch): Rgb {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    unlinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    unlinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    unlinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function isShown(colour: Oklch): boolean {
  return mix(colour).every((part) => part > -0.0001 && part < 1.0001)
}

function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map(linear) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channel(digits: string): number {
  return Number.parseInt(digits, 16) / 255
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function unlinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
}
