import fc from 'fast-check'
import { expect, test } from 'vitest'

import { brandColours, grounds } from '#shared/ui/brand.ts'
import { contrast, hexOf, hexOfOklch, oklchOf, rgbOf } from '#shared/ui/colour.ts'

const anyColour = fc
  .tuple(...[1, 2, 3].map(() => fc.integer({ min: 0, max: 255 })))
  .map(([red, green, blue]) => hexOf([red! / 255, green! / 255, blue! / 255]))

test('black on white has the contrast that WCAG names, and a colour none with itself', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#0b5d66', '#0b5d66')).toBe(1)
})

test('red is where the OKLCH colour space puts it', () => {
  const { lightness, chroma, hue } = oklchOf('#ff0000')
  expect(lightness).toBeCloseTo(0.628, 3)
  expect(chroma).toBeCloseTo(0.2577, 3)
  expect(hue).toBeCloseTo(29.23, 1)
})

test('any colour is the same after a way there and back', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(hexOfOklch(oklchOf(colour))).toBe(colour)
      expect(hexOf(rgbOf(colour))).toBe(colour)
    }),
  )
})

test('what is not a colour is refused', () => {
  expect(() => rgbOf('red')).toThrow('"red" is not a colour')
})

test('any brand can be read: words on it, and itself on its grounds', () => {
  fc.assert(
    fc.property(anyColour, fc.constantFrom('light', 'dark'), (colour, ground) => {
      const shown = brandColours(colour)![ground]
      const { paper, surface, onBrand } = grounds[ground]
      expect(contrast(shown, onBrand)).toBeGreaterThanOrEqual(7)
      expect(contrast(shown, paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(shown, surface)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('any brand keeps its hue, unless it is grey', () => {
  fc.assert(
    fc.property(anyColour, fc.constantFrom('light', 'dark'), (colour, ground) => {
      const [before, after] = [oklchOf(colour), oklchOf(brandColours(colour)![ground])]
      const turned = Math.abs(((after.hue - before.hue + 540) % 360) - 180)
      // As an arc: written with 8 bits a channel, a colour moves by less than this.
      const moved = ((turned * Math.PI) / 180) * Math.min(before.chroma, after.chroma)
      expect(moved).toBeLessThan(0.012)
    }),
  )
})

test('a brand goes no further than it must: what holds is left as it is, the rest just holds', () => {
  expect(brandColours('#0b5d66')!.light).toBe('#0b5d66')
  expect(brandColours('#6fd3dc')!.dark).toBe('#6fd3dc')
  fc.assert(
    fc.property(anyColour, (colour) => {
      const { light } = brandColours(colour)!
      if (light === colour) return
      expect(contrast(light, '#ffffff')).toBeLessThan(7.6)
    }),
  )
})

test('a hall without a colour of its own has that of the tokens', () => {
  expect(brandColours(null)).toBeNull()
})
