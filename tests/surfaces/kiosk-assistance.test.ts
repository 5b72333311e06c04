import { expect, test } from 'vitest'

import { hall, kioskWithTicket, openKiosk, view } from './kiosk-hall.ts'

const called = 'Darbuotojas pakviestas. Palaukite čia.'
const coming = 'Darbuotojas ateina. Palaukite čia.'

test('staff are called after one question, and the visitor sees that it was heard and that somebody comes', async () => {
  const { line, screen, press, see } = openKiosk()
  await press('Pakviesti darbuotoją')
  expect(line.sent).toEqual([])
  await press('Taip, pakviesti')
  expect(line.sent).toEqual([{ name: 'assistance:ask', fields: {} }])
  await line.accept({})
  const region = screen.find('footer [aria-live]')!
  see({ assistance: 'asked' })
  expect(screen.words()).not.toContain('Ar pakviesti')
  expect(screen.words()).toContain(called)
  expect(screen.button('Pakviesti darbuotoją')).toBeNull()
  see({ assistance: 'coming' })
  expect(screen.words()).toContain(coming)
  // A reader says only what comes into a place that was there before.
  expect(screen.find('footer [aria-live]')).toBe(region)
  expect(region.textContent).toContain(coming)
})

test('the question can be answered with no', async () => {
  const { line, screen, press } = openKiosk()
  await press('Pakviesti darbuotoją', 'Ne')
  expect(line.sent).toEqual([])
  expect(screen.words()).not.toContain('Ar pakviesti')
})

test('a double touch does not answer the question', () => {
  const { line, screen } = openKiosk()
  screen.press('Pakviesti darbuotoją')
  screen.press('Taip, pakviesti')
  expect(line.sent).toEqual([])
})

test('a call that did not go through says where to turn to', async () => {
  const { line, screen, press, wait } = openKiosk()
  await press('Pakviesti darbuotoją', 'Taip, pakviesti')
  await line.refuse('line/lost')
  await wait(1)
  expect(screen.words()).toContain('Pakviesti nepavyko')
  await press('Taip, pakviesti')
  expect(line.sent).toHaveLength(2)
})

test('who has called goes on meanwhile, and can take the call back', async () => {
  const { line, screen, press } = openKiosk({ ...view, assistance: 'asked' })
  await press('Leidimai')
  expect(screen.words()).toContain(called)
  await press('Atšaukti kvietimą')
  expect(line.sent).toEqual([{ name: 'assistance:cancel', fields: {} }])
})

test('a double touch takes the call back once, and asks for no other', async () => {
  const { line, screen, see } = openKiosk({ ...view, assistance: 'asked' })
  screen.press('Atšaukti kvietimą')
  screen.press('Atšaukti kvietimą')
  see({ assistance: null })
  screen.press('Pakviesti darbuotoją')
  expect(line.sent).toEqual([{ name: 'assistance:cancel', fields: {} }])
  expect(screen.words()).not.toContain('Ar pakviesti')
})

test('a screen that goes back to its start by itself does not take the call back', async () => {
  const { line, screen, press, wait } = openKiosk({ ...view, assistance: 'asked' })
  await press('Leidimai')
  await wait(60)
  expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
  expect(screen.words()).toContain(called)
  expect(line.sent).toEqual([])
})

test('whoever comes is not told for ever to be coming', async () => {
  const { line, wait } = openKiosk({ ...view, assistance: 'coming' })
  await wait(179)
  expect(line.sent).toEqual([])
  await wait(1)
  expect(line.sent).toEqual([{ name: 'assistance:cancel', fields: {} }])
})

test('with a ticket in sight staff can be called as well, and the ticket stays longer', async () => {
  const { screen, wait, press } = await kioskWithTicket()
  await wait(1)
  await press('Pakviesti darbuotoją')
  await wait(50)
  expect(screen.words()).toContain('A017')
})

test.each([
  ['closed hall', { hall: { ...hall, open: false } }],
  ['call under way', { assistance: 'asked' as const }],
])('a %s offers no call', (_, changes) => {
  const { screen } = openKiosk({ ...view, ...changes })
  expect(screen.button('Pakviesti darbuotoją')).toBeNull()
})
