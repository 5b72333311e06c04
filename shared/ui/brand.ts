import { contrast, hexOfOklch, oklchOf } from './colour.ts'

/** What a brand's colour stands on, and what is written on it; as in tokens.css. */
export const grounds = {
  light: { paper: '#fbfaf7', surface: '#ffffff', onBrand: '#ffffff' },
  dark: { paper: '#0d1b24', surface: '#152833', onBrand: '#0d1b24' },
} as const

/** Words on the brand's colour are read from afar; as an edge or an icon on its ground it is only seen. */
const enough = { words: 7, edge: 4.5 }
const step = 0.005

export interface BrandColours {
  readonly light: string
  readonly dark: string
}

/**
 * A hall's own colour (`#rrggbb`) as it can be shown: unchanged where it holds, else darker on light ground and lighter
 * on dark ground, step by step until it does, with its hue kept. Null, which means the tokens' own, stays null.
 */
export function brandColours(colour: string | null): BrandColours | null {
  if (colour === null) return null
  return { light: untilItHolds(colour, 'light'), dark: untilItHolds(colour, 'dark') }
}

function untilItHolds(colour: string, ground: keyof typeof grounds): string {
  const { chroma, hue, lightness: own } = oklchOf(colour)
  const direction = ground === 'light' ? -step : step
  let shown = colour
  // Black and white hold on any ground, so this ends.
  for (
    let lightness = own;
    !holds(shown, ground) && lightness >= 0 && lightness <= 1;
    lightness += direction
  ) {
    shown = hexOfOklch({ lightness, chroma, hue })
  }
  if (holds(shown, ground)) return shown
  return ground === 'light' ? '#000000' : '#ffffff'
}

function holds(colour: string, ground: keyof typeof grounds): boolean {
  const { paper, surface, onBrand } = grounds[ground]
  return (
    contrast(colour, onBrand) >= enough.words &&
    [paper, surface].every((behind) => contrast(colour, behind) >= enough.edge)
  )
}
