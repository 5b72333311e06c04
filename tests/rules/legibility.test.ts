import { expect, test } from 'vitest'

import { callWidth, stackedWidth } from '#shared/display/call-width.ts'
import { besideCalls, callsArea, layOutCalls, nothingBeside } from '#shared/display/calls-layout.ts'
import { capitalHeight, legibleMm, legibleType, pixelsPerMm, type Panel } from '#shared/display/legibility.ts'
import { isPanel, tooSmall } from '#shared/display/panel-check.ts'
import { layOutStanding } from '#shared/display/standing-layout.ts'

const hd = { width: 1_920, height: 1_080 }
const uhd = { width: 3_840, height: 2_160 }
const standing = { width: 1_080, height: 1_920 }

test.each([
  [0.6, 7.3],
  [5, 61],
  [8, 98],
  [10, 122],
  [12, 146],
])('from %d m a capital needs %d mm', (metres, mm) => {
  expect(legibleMm(metres)).toBeCloseTo(mm, mm < 10 ? 1 : -0.5)
})

test('a panel of 43 inches is 952 mm wide and 535 mm high', () => {
  expect(hd.width / pixelsPerMm(43, hd)).toBeCloseTo(952, 0)
  expect(hd.height / pixelsPerMm(43, hd)).toBeCloseTo(535, 0)
})

// Worked out by hand: capitals in CSS px, whether number and counter need two lines, and how many calls stand under the newest.
test.each([
  [43, 2, 'A007', '12', hd, 49, false, 6],
  [43, 4, 'A007', '12', hd, 98, false, 3],
  [43, 8, 'A007', '5', hd, 197, false, 2],
  [43, 8, 'A007', '12', hd, 197, true, 0],
  [43, 8, 'A007', '12', uhd, 394, true, 0],
  [43, 8, 'A007', '12', standing, 197, true, 1],
  [55, 8, 'A007', '12', hd, 154, false, 2],
  [55, 12, 'A007', '12', hd, 231, true, 0],
  [55, 12, 'A007', '12', standing, 231, true, 0],
  [75, 12, 'A007', '12', uhd, 339, false, 2],
])(
  '%d inches from %d m: %s to %s',
  (inches, distanceMetres, label, counter, picture, px, stacked, earlier) => {
    const layout = layOutCalls({ inches, distanceMetres }, picture, [{ label, counter }])
    expect(Math.round(layout.type * capitalHeight)).toBe(px)
    expect(layout).toMatchObject({ stacked, earlier, fits: true })
    // No row is lower than its type, and all of them are no higher than the page.
    expect(layout.newestHeight).toBeGreaterThan(layout.type * (stacked ? 2 : 1))
    if (earlier > 0) expect(layout.earlierHeight).toBeGreaterThan(layout.type * (stacked ? 2 : 1))
    expect(layout.newestHeight + earlier * layout.earlierHeight).toBeLessThan(picture.height)
  },
)

test('the widest call decides for all of them, so that they have one size', () => {
  const panel = { inches: 43, distanceMetres: 8 }
  const calls = [
    { label: 'A007', counter: '5' },
    { label: 'A008', counter: '12B' },
  ]
  expect(layOutCalls(panel, hd, calls)).toMatchObject({ stacked: true, earlier: 0 })
})

test('where not even one call is legible it is as large as the panel allows, and never wider', () => {
  const panel = { inches: 43, distanceMetres: 30 }
  const layout = layOutCalls(panel, standing, [{ label: 'A007', counter: '12' }])
  expect(layout).toMatchObject({ fits: false, stacked: true, earlier: 0 })
  expect(layout.type).toBeLessThan(legibleType(panel, standing))
  expect(layout.type * 2.84).toBeLessThanOrEqual(standing.width)
})

test('a panel that is too small is told with what is needed and what would do', () => {
  const tooSmallLying = (panel: Panel) => tooSmall(panel, hd)
  const { nearer, larger, ...why } = tooSmallLying({ inches: 43, distanceMetres: 30 })!
  expect(why).toEqual({ inches: 43, distance: 30, need: 366, room: 159 })
  expect([nearer, larger]).toEqual([13, 99])
  expect(tooSmallLying({ inches: 43, distanceMetres: nearer })).toBeNull()
  expect(tooSmallLying({ inches: larger, distanceMetres: 30 })).toBeNull()
  expect(tooSmallLying({ inches: larger - 1, distanceMetres: 30 })).not.toBeNull()
})

test('a panel is judged by its own shape: what is legible on one that lies may not be on one that stands', () => {
  const panel = { inches: 43, distanceMetres: 12 }
  const call = [{ label: 'A000', counter: '00' }]
  for (const picture of [hd, standing, uhd])
    expect(tooSmall(panel, picture) === null).toBe(layOutCalls(panel, picture, call).fits)
  expect(tooSmall(panel, hd)).toBeNull()
  expect(tooSmall(panel, standing)).toMatchObject({ need: 147, room: 127, nearer: 10 })
})

test.each([
  [43, 8, true],
  [9, 8, false],
  [201, 8, false],
  [43, 0.5, false],
  [43, 61, false],
  [Number.NaN, 8, false],
])('%d inches and %d m: %s', (inches, distanceMetres, is) => {
  expect(isPanel({ inches, distanceMetres })).toBe(is)
})

test('zones and missed numbers stand beside calls as far as no call is too small for them, the zones first', () => {
  const calls = [{ label: 'A007', counter: '12' }]
  const both = { missed: true, zones: true }
  const beside = (distanceMetres: number) => besideCalls({ inches: 55, distanceMetres }, hd, calls, both)
  expect(besideCalls(null, hd, calls, both)).toEqual(both)
  const tries = [4, 8, 12, 14, 15, 16, 16.4].map((distance) => {
    const fitting = beside(distance)
    const { fits } = layOutCalls({ inches: 55, distanceMetres: distance }, hd, calls, fitting)
    return { distance, ...fitting, fits }
  })
  expect(tries.filter(({ fits }) => !fits)).toEqual([])
  expect(tries.at(0)).toMatchObject(both)
  expect(tries.at(-1)).toMatchObject({ missed: false, zones: false })
  expect(tries.some(({ missed, zones }) => zones && !missed)).toBe(true)
})

test.each([
  [43, 2, hd, 3],
  [43, 4, hd, 3],
  [43, 8, hd, 3],
  [55, 12, hd, 1],
  [55, 12, standing, 2],
])(
  '%d inches from %d m: a call that stands over the list is legible, however many do',
  (inches, distance, picture, most) => {
    const panel = { inches, distanceMetres: distance }
    const calls = ['7', '12', '3'].map((counter) => ({ label: 'A007', counter }))
    const shown = calls.slice(0, most)
    const { least, stacked, places } = layOutStanding(panel, picture, shown, nothingBeside, 3)
    expect(least).toBeCloseTo(legibleType(panel, picture))
    const { width, height } = callsArea(picture, nothingBeside)
    const rows = Math.min(3, places)
    expect(rows * least! * (stacked ? 2 : 1)).toBeLessThanOrEqual(height)
    for (const one of shown)
      expect(least! * (stacked ? stackedWidth(one) : callWidth(one))).toBeLessThanOrEqual(width)
  },
)

test('one call alone stands larger on two lines where the page is higher than wide', () => {
  const call = [{ label: 'A007', counter: '5' }]
  const alone = layOutStanding(null, hd, call, nothingBeside, 1)
  expect(alone).toEqual({ least: null, stacked: true, places: Infinity })
  expect(layOutStanding(null, hd, call, nothingBeside, 3).stacked).toBe(false)
})
