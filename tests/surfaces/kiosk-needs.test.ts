import { expect, test } from 'vitest'

import { openKiosk, service, ticket, view } from './kiosk-hall.ts'

const say = 'Pasakyti apie savo poreikius'
const question = 'Į ką mums atsižvelgti?'

type Opened = ReturnType<typeof openKiosk>

const title = ({ screen }: Opened) => screen.find('h1')?.textContent
const isPressed = ({ screen }: Opened, name: string) => screen.button(name)?.getAttribute('aria-pressed')
const needsSent = ({ line }: Opened) => line.sent.map(({ fields }) => (fields as { needs: unknown }).needs)

test('who needs nothing is asked nothing', async () => {
  const opened = openKiosk()
  await opened.press('Leidimai', 'Paimti numerį')
  expect(needsSent(opened)).toEqual([[]])
  await opened.line.accept(ticket)
  expect(opened.screen.words()).toContain('A017')
})

test('what is said comes with the number, taken right there, in the order of the screen', async () => {
  const opened = openKiosk()
  await opened.press('Leidimai', say)
  expect(title(opened)).toBe(question)
  expect(opened.screen.words()).toContain('Sakyti nebūtina.')
  await opened.press('Esu su mažu vaiku', 'Prastai girdžiu')
  expect(isPressed(opened, 'Prastai girdžiu')).toBe('true')
  expect(isPressed(opened, 'Prastai matau')).toBe('false')
  await opened.press('Paimti numerį')
  expect(needsSent(opened)).toEqual([['hearing', 'small-child']])
  await opened.line.accept(ticket)
  expect(opened.screen.words()).toContain('A017')
  expect(opened.screen.words()).not.toContain('girdžiu')
})

test('what is said is seen beside the button, can be taken back, and stays while another service is looked at', async () => {
  const groups = ['a', 'b'].map((id) => ({ id, name: { lt: `Grupė ${id}` } }))
  const services = [...'aabbbbbbb'].map((group, n) => service(`s${n}`, `Paslauga ${n}`, { group }))
  const opened = openKiosk({ ...view, groups, services })
  await opened.press('Grupė a', 'Paslauga 0', say, 'Prastai matau', 'Man sunku judėti', 'Grįžti')
  expect(title(opened)).toBe('Paslauga 0')
  expect(opened.screen.button(say)?.textContent).toMatch(/Man sunku judėti.*Prastai matau/)
  await opened.press('Grįžti')
  expect(title(opened)).toBe('Grupė a')
  await opened.press('Paslauga 1', say, 'Man sunku judėti', 'Grįžti')
  expect(opened.screen.button(say)?.textContent).not.toContain('Man sunku judėti')
  await opened.press('Paimti numerį')
  expect(needsSent(opened)).toEqual([['sight']])
})

test('a double touch says a need once, and the one that opened the page says none', async () => {
  const opened = openKiosk()
  await opened.press('Leidimai')
  opened.screen.press(say)
  opened.screen.press('Prastai matau')
  expect(isPressed(opened, 'Prastai matau')).toBe('false')
  await opened.wait(1)
  opened.screen.press('Prastai matau')
  opened.screen.press('Prastai matau')
  opened.screen.press('Prastai girdžiu')
  expect(isPressed(opened, 'Prastai matau')).toBe('true')
  expect(isPressed(opened, 'Prastai girdžiu')).toBe('true')
})

test('nothing is changed any more while the number is being asked for', async () => {
  const opened = openKiosk()
  await opened.press('Leidimai', say, 'Prastai matau', 'Paimti numerį', 'Prastai girdžiu')
  expect(isPressed(opened, 'Prastai girdžiu')).toBe('false')
})

test('without an answer the same number is asked for again, but another with other needs', async () => {
  const { line, press } = openKiosk()
  await press('Leidimai', say, 'Prastai matau')
  for (const before of [[], [], ['Prastai girdžiu']]) {
    await press(...before, 'Paimti numerį')
    await line.refuse('line/lost')
  }
  const [first, again, other] = line.ids
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test.each([
  ['started anew', async ({ press }: Opened) => press('Pradėti iš naujo')],
  ['left the kiosk', async ({ wait }: Opened) => wait(50)],
  [
    'taken the number',
    async ({ line, press, wait }: Opened) => {
      await press('Leidimai', 'Paimti numerį')
      await line.accept(ticket)
      await wait(1)
      await press('Baigti')
    },
  ],
])('nothing of it is left once the visitor has %s', async (_, end) => {
  const opened = openKiosk()
  await opened.press('Leidimai', say, 'Kalbu gestų kalba', 'Grįžti', 'Grįžti')
  expect(title(opened)).toBe('Kokios paslaugos Jums reikia?')
  await end(opened)
  await opened.wait(1)
  await opened.press('Leidimai')
  expect(opened.screen.button(say)?.textContent).not.toContain('gestų')
  await opened.press('Paimti numerį')
  expect(needsSent(opened).at(-1)).toEqual([])
})

test('a service that is paused meanwhile says so, and another one can be chosen', async () => {
  const opened = openKiosk()
  await opened.press('Leidimai', say)
  opened.see({ services: [service('permits', 'Leidimai', { closed: 'service/paused', paused: 'staff' })] })
  expect(opened.screen.words()).toContain('Šiuo metu nėra darbuotojo')
  await opened.press('Rinktis kitą paslaugą')
  expect(title(opened)).toBe('Kokios paslaugos Jums reikia?')
})

test('where no number can be had, needs are not asked for', async () => {
  const opened = openKiosk()
  await opened.press('Mokėjimai')
  expect(opened.screen.words()).toContain('Šios dienos numeriai išdalyti')
  expect(opened.screen.button(say)).toBeNull()
})
