import { expect, test } from 'vitest'

import { kioskWithTicket, openKiosk, ticket, view } from './kiosk-hall.ts'

const question = 'Ar Jums reikia daugiau laiko?'

test('nobody is warned on the first screen, where there is nothing to lose', async () => {
  const { screen, press, wait } = openKiosk()
  await press('Lietuvių')
  await wait(60)
  expect(screen.words()).not.toContain(question)
})

test('a language left behind goes back to Lithuanian, with 20 seconds of warning', async () => {
  const { screen, press, wait } = openKiosk()
  await press('English')
  await wait(29)
  expect(screen.words()).toContain('Do you need more time?')
  await wait(19)
  expect(screen.words()).toContain('What did you come for?')
  await wait(1)
  expect(screen.words()).toContain('Kokios paslaugos Jums reikia?')
})

test('the page of a service warns, takes the focus, and counts down', async () => {
  const { screen, press, wait } = openKiosk()
  await press('Leidimai')
  await wait(29)
  const warning = screen.find('[role=alertdialog]') as HTMLDialogElement
  expect(warning.open).toBe(true)
  expect(screen.words()).toContain('Grįšime į pradžią po 20 sekundžių')
  await wait(5)
  expect(screen.words()).toContain('Grįšime į pradžią po 15 sekundžių')
  await wait(15)
  expect(warning.open).toBe(false)
  expect(screen.words()).toContain('Kokios paslaugos Jums reikia?')
})

test('more time can be had as often as it is needed', async () => {
  const { screen, press, wait } = openKiosk()
  await press('Leidimai')
  for (let time = 0; time < 12; time += 1) {
    await wait(40)
    expect(screen.words()).toContain(question)
    await press('Man reikia daugiau laiko')
    expect(screen.words()).not.toContain(question)
  }
  expect(screen.find('h1')?.textContent).toBe('Leidimai')
})

test('a touch beside the warning keeps the page, and does not press what is under the warning', async () => {
  const { line, screen, press, wait } = openKiosk()
  await press('Leidimai')
  await wait(35)
  screen.press('Paimti numerį')
  expect(line.sent).toEqual([])
  expect(screen.words()).not.toContain(question)
  expect(screen.find('h1')?.textContent).toBe('Leidimai')
})

test('a touch beside the warning does not take back a call for staff', async () => {
  const { line, screen, press, wait } = openKiosk({ ...view, assistance: 'asked' })
  await press('Leidimai')
  await wait(35)
  screen.press('Atšaukti kvietimą')
  expect(line.sent).toEqual([])
  expect(screen.words()).not.toContain(question)
})

test('an open question about assistance is warned of as well, and goes with the visitor', async () => {
  const { screen, press, wait } = openKiosk()
  await press('Pakviesti darbuotoją')
  await wait(29)
  expect(screen.words()).toContain(question)
  await wait(20)
  expect(screen.words()).not.toContain('Ar pakviesti darbuotoją')
})

test('while the line is lost nobody is warned, and the next visitor begins anew', async () => {
  const { line, screen, press, wait } = openKiosk()
  await press('English', 'The permits')
  line.lose()
  await wait(40)
  expect(screen.words()).not.toContain('Do you need more time?')
  line.comeBack()
  expect(screen.words()).toContain('Kokios paslaugos Jums reikia?')
})

test('a question that is open when the line is lost does not stand before what to do instead', async () => {
  const { line, screen, press, wait } = openKiosk()
  await press('Leidimai')
  await wait(31)
  const warning = screen.find('[role=alertdialog]') as HTMLDialogElement
  expect(warning.open).toBe(true)
  line.lose()
  await wait(1)
  expect(screen.words()).toContain('Dabar numerių duoti negalime')
  expect(warning.open).toBe(false)
})

test('a page of an older build loads itself anew at once when nobody is in the middle of anything', () => {
  const { kiosk, reload } = openKiosk()
  kiosk.loadAnew()
  expect(reload).toHaveBeenCalledTimes(1)
})

test('with a visitor before it, it waits until that visitor is done', async () => {
  const { kiosk, line, reload, press, wait } = openKiosk(view)
  await press('Leidimai')
  kiosk.loadAnew()
  await press('Paimti numerį')
  await line.accept(ticket)
  kiosk.printed({ ticket: 't1', outcome: 'printed' })
  await wait(19)
  expect(reload).not.toHaveBeenCalled()
  await wait(1)
  expect(reload).toHaveBeenCalledTimes(1)
})

test('a ticket in sight is not loaded away', async () => {
  const { kiosk, reload } = await kioskWithTicket()
  kiosk.loadAnew()
  expect(reload).not.toHaveBeenCalled()
})
