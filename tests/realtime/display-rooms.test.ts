import { expect, test } from 'vitest'

import { displayRoom, zoneOfRoom } from '#server/display-zone.ts'

const panel = { inches: 31.5, distanceMetres: 8 }

test.each([
  [null, null],
  [null, panel],
  ['main', null],
  ['main', panel],
])('a room of zone %s and panel %o is known to be of its zone', (zone, panel) => {
  expect(zoneOfRoom(displayRoom(zone, panel))).toBe(zone)
})

test('displays on unlike panels share no room, those on like ones do', () => {
  const rooms = [null, panel, { ...panel }, { ...panel, distanceMetres: 9 }].map((one) =>
    displayRoom('main', one),
  )
  expect(new Set(rooms).size).toBe(3)
  expect(rooms[1]).toBe(rooms[2])
})

test('a room of something else has no zone', () => {
  expect(zoneOfRoom('kiosk:main')).toBeUndefined()
})
