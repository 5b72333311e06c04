import { describe, expect, test } from 'vitest'

import { hall, kioskWithTicket, openKiosk, permits, service, ticket, view } from './kiosk-hall.ts'

const asked = { name: 'ticket:issue', fields: { service: 'permits', language: 'lt', needs: [] } }

describe('on the way to a number', () => {
  test('a service is looked at first, and its number is asked for once', async () => {
    const { line, screen, press } = openKiosk()
    await press('Leidimai')
    expect(line.sent).toEqual([])
    screen.press('Paimti numerį')
    screen.press('Paimti numerį')
    expect(line.sent).toEqual([asked])
    await line.accept(ticket)
    expect(screen.words()).toContain('A017')
  })

  test('the second touch of a double touch does nothing on the screen that came in between', async () => {
    const { line, screen, wait } = openKiosk()
    screen.press('Leidimai')
    screen.press('Paimti numerį')
    expect(line.sent).toEqual([])
    await wait(1)
    screen.press('Paimti numerį')
    await line.accept(ticket)
    screen.press('Baigti')
    expect(screen.words()).toContain('A017')
    await wait(1)
    screen.press('Baigti')
    screen.press('Leidimai')
    expect(screen.button('Paimti numerį')).toBeNull()
  })

  test('more than eight services come in groups, each with what is in it and how many wait', async () => {
    const groups = ['a', 'b', 'c'].map((id) => ({ id, name: { lt: `Grupė ${id}` } }))
    const services = [...'aaaaabbbc'].map((group, n) =>
      service(`s${n}`, `Paslauga ${n}`, { group, waiting: n }),
    )
    const { screen, press } = openKiosk({ ...view, groups, services })
    expect(screen.button('Grupė a')?.textContent).toMatch(/Paslauga 0, Paslauga 1.*Laukia 10 žmonių/)
    expect(screen.button('Grupė c')).toBeNull()
    await press('Grupė b')
    expect(screen.button('Paslauga 5')).not.toBeNull()
    expect(screen.button('Paslauga 0')).toBeNull()
    await press('Paslauga 5', 'Grįžti')
    expect(screen.find('h1')?.textContent).toBe('Grupė b')
    await press('Grįžti')
    expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
    await press('Paslauga 8', 'Grįžti')
    expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
  })

  test.each([
    ['service/paused', 'service/paused', 'Laikinai neteikiama', true],
    ['service/full', 'service/paused', 'Dabar neteikiama', true],
    ['service/no-ticket', 'service/paused', 'Numerio nereikia', false],
    [null, 'service/paused', 'Laukia 6 žmonės', false],
  ] as const)('a group of %s and %s says so', (one, other, words, dim) => {
    const groups = ['a', 'b'].map((id) => ({ id, name: { lt: `Grupė ${id}` } }))
    const services = [...'aabbbbbbb'].map((group, n) =>
      service(`s${n}`, `Paslauga ${n}`, { group, closed: [one, other][n] ?? null }),
    )
    const { screen } = openKiosk({ ...view, groups, services })
    expect(screen.button('Grupė a')?.textContent).toContain(words)
    expect(screen.button('Grupė a')?.classList.contains('dim')).toBe(dim)
  })

  test('starting anew leads to the start, in Lithuanian', async () => {
    const { screen, press } = openKiosk()
    await press('English', 'The permits', 'Start again')
    expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
    expect(screen.button('Pradėti iš naujo')).toBeNull()
  })

  test('a service that is configured away leads back to the start', async () => {
    const { screen, press, see } = openKiosk()
    await press('Leidimai')
    see({ services: view.services.slice(1) })
    expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
  })

  test('a refusal is told in place, and the number can be asked for again', async () => {
    const { line, screen, press, wait } = openKiosk()
    await press('Leidimai', 'Paimti numerį')
    await line.refuse('series/exhausted')
    await wait(1)
    expect(screen.find('[role="alert"]')?.textContent).toContain('Kreipkitės į darbuotoją')
    screen.press('Paimti numerį')
    expect(line.sent).toHaveLength(2)
    expect(screen.find('[role="alert"]')).toBeNull()
  })

  test('without an answer a second touch asks for the same number, and not for another', async () => {
    const { line, screen, press, wait } = openKiosk()
    await press('Leidimai', 'Paimti numerį')
    await line.refuse('line/lost')
    expect(screen.words()).toContain('Atsakymo negavome')
    await wait(1)
    await press('Paimti numerį')
    await line.accept(ticket)
    expect(screen.words()).toContain('A017')
    expect(line.ids[1]).toBe(line.ids[0])
  })

  test('another number is asked for in another language, after any answer, and by the next visitor', async () => {
    const { line, press, wait } = openKiosk()
    async function takeWithout(answer: 'line/lost' | 'series/exhausted', button = 'Paimti numerį') {
      await press(button)
      await line.refuse(answer)
      await wait(1)
    }
    await press('Leidimai')
    await takeWithout('line/lost')
    await press('English')
    await takeWithout('line/lost', 'Take a number')
    await press('Lietuvių')
    await takeWithout('series/exhausted')
    await takeWithout('line/lost')
    await press('Pradėti iš naujo', 'Leidimai')
    await takeWithout('line/lost')
    const [first, inEnglish, second, ...later] = line.ids
    expect(second).toBe(first)
    expect(new Set([first, inEnglish, ...later]).size).toBe(4)
  })
})

describe('the page of a service', () => {
  test('tells what to know, in the language of the visitor', async () => {
    const { screen, press } = openKiosk(view, { permits })
    await press('Leidimai')
    for (const words of [
      'Išduodame leidimus.',
      'Laukia 3 žmonės',
      'Ką turėti su savimi Pasą',
      'Kaina Nemokamai',
      'Paprastai apie 15 min.',
      'Patikrinta 2025 m. lapkričio 2 d., už informaciją atsako Leidimų skyrius',
    ])
      expect(screen.words()).toContain(words)
    expect(screen.words()).not.toContain('Kaip mokėti')
    await press('English')
    expect(screen.words()).toContain('Free of charge')
    expect(screen.words()).toContain('Checked on 2 November 2025')
    expect(document.documentElement.lang).toBe('en')
  })

  test('without information is a short question', async () => {
    const { screen, press } = openKiosk()
    await press('Leidimai')
    expect(screen.find('h1')?.textContent).toBe('Leidimai')
    expect(screen.words()).toContain('Eilė dabar Laukia 3 žmonės')
    expect(screen.words()).not.toContain('Kaina')
  })

  test.each([
    [{ closed: 'service/full' } as const, 'Šios dienos numeriai išdalyti', 'Ateikite kitą dieną'],
    [{ closed: 'service/closed' } as const, 'Dabar neteikiama', 'Pasirinkite kitą paslaugą'],
    [
      { closed: 'service/paused', paused: 'technical' } as const,
      'Laikinai neteikiama',
      'Dėl techninių kliūčių. Pasirinkite kitą paslaugą',
    ],
  ])('that has %o says why, what to do, and offers another', async (changes, why, next) => {
    const { line, kiosk, screen, press } = openKiosk({
      ...view,
      services: [service('one', 'Viena', changes)],
    })
    expect(screen.button('Viena')?.textContent).toContain(why)
    await press('Viena')
    expect(screen.words()).toContain(why)
    expect(screen.words()).toContain(next)
    await kiosk.take()
    expect(line.sent).toEqual([])
    await press('Rinktis kitą paslaugą')
    expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
  })

  test('that needs no number ends there', async () => {
    const { screen, press } = openKiosk({
      ...view,
      services: [service('wifi', 'Wi-Fi', { closed: 'service/no-ticket' })],
    })
    await press('Wi-Fi')
    expect(screen.words()).toContain('Numerio nereikia')
    expect(screen.button('Paimti numerį')).toBeNull()
    expect(screen.words()).not.toContain('Laukia 3')
    await press('Baigti')
    expect(screen.find('h1')?.textContent).toBe('Kokios paslaugos Jums reikia?')
  })

  test('a service that is paused while it is looked at says so', async () => {
    const { screen, press, see } = openKiosk()
    await press('Leidimai')
    see({ services: [service('permits', 'Leidimai', { closed: 'service/paused', paused: 'staff' })] })
    expect(screen.words()).toContain('Šiuo metu nėra darbuotojo')
    expect(screen.button('Paimti numerį')).toBeNull()
  })
})

describe('a ticket', () => {
  test('says how many were waiting when it was asked for', async () => {
    const { screen } = await kioskWithTicket()
    expect(screen.words()).toContain('Prieš Jus laukia 3 žmonės')
    expect(screen.find('[role="img"]')?.getAttribute('aria-label')).toContain('Nuskaitykite kodą')
  })

  test('that is printed is to be taken', async () => {
    const { kiosk, screen } = await kioskWithTicket()
    expect(screen.words()).toContain('Spausdiname lapelį')
    kiosk.printed({ ticket: 't1', outcome: 'printed' })
    expect(screen.words()).toContain('Paimkite lapelį')
  })

  test.each(['failed', 'unknown'] as const)(
    'whose print is %s asks to remember the number',
    async (outcome) => {
      const { kiosk, screen, wait } = await kioskWithTicket()
      kiosk.printed({ ticket: 't1', outcome })
      expect(screen.words()).toContain('Spausdintuvas nespausdina. Įsiminkite numerį')
      expect(screen.words()).not.toContain('Paimkite lapelį')
      await wait(59)
      expect(screen.words()).toContain('A017')
      await wait(1)
      expect(screen.words()).not.toContain('A017')
    },
  )

  test('of whose print nothing is heard asks to remember the number after all', async () => {
    const { kiosk, screen, wait } = await kioskWithTicket()
    await wait(20)
    expect(screen.words()).toContain('Spausdintuvas nespausdina. Įsiminkite numerį')
    await wait(59)
    expect(screen.words()).toContain('A017')
    kiosk.printed({ ticket: 't1', outcome: 'printed' })
    expect(screen.words()).toContain('Paimkite lapelį')
    await wait(20)
    expect(screen.words()).not.toContain('A017')
  })

  test('stays as long as a number is remembered when the printer itself says that it is without paper', async () => {
    const { line, screen, wait } = await kioskWithTicket()
    await wait(19)
    line.printer = 'paper-out'
    expect(screen.words()).toContain('Spausdintuvas be popieriaus. Įsiminkite numerį')
    await wait(59)
    expect(screen.words()).toContain('A017')
    await wait(1)
    expect(screen.words()).not.toContain('A017')
  })

  test('whose failed print is told before it counts that print as its own', async () => {
    const { kiosk, line, screen, press } = openKiosk()
    await press('Leidimai', 'Paimti numerį')
    kiosk.printed({ ticket: 't1', outcome: 'failed' })
    await line.accept(ticket)
    expect(screen.words()).toContain('Spausdintuvas nespausdina')
  })

  test('is not told how an earlier one was printed', async () => {
    const { kiosk, screen } = await kioskWithTicket()
    kiosk.printed({ ticket: 'another', outcome: 'failed' })
    expect(screen.words()).toContain('Spausdiname lapelį')
  })

  test('without paper is announced before and after', async () => {
    const { line, screen, press } = openKiosk()
    line.printer = 'paper-out'
    expect(screen.words()).toContain('Numerį parodysime ekrane')
    await press('Leidimai', 'Paimti numerį')
    await line.accept(ticket)
    expect(screen.words()).toContain('Spausdintuvas be popieriaus')
  })

  test('from a kiosk without a printer sends nobody to the slot', async () => {
    const { line, screen, press } = openKiosk()
    line.printer = null
    await press('Leidimai', 'Paimti numerį')
    await line.accept(ticket)
    expect(screen.words()).toContain('Įsiminkite numerį arba nuskaitykite kodą')
    expect(screen.words()).not.toContain('Spausdiname')
  })

  test('goes away after 20 seconds, or a minute after more time was asked for', async () => {
    const { kiosk, screen, wait, press } = await kioskWithTicket()
    kiosk.printed({ ticket: 't1', outcome: 'printed' })
    await wait(18)
    expect(screen.words()).toContain('A017')
    await press('Man reikia daugiau laiko')
    await wait(58)
    expect(screen.words()).toContain('A017')
    await wait(1)
    expect(screen.words()).toContain('Kokios paslaugos Jums reikia?')
  })

  test('leaves nothing behind for the next visitor', async () => {
    const { line, screen, press, wait } = openKiosk()
    await press('English', 'The permits', 'Take a number')
    expect(line.sent.at(-1)?.fields).toEqual({ service: 'permits', language: 'en', needs: [] })
    await line.accept(ticket)
    expect(screen.words()).toContain('3 people are ahead of you')
    await wait(1)
    await press('Done')
    expect(screen.words()).toContain('Kokios paslaugos Jums reikia?')
  })

  test('stays in sight when the line is lost', async () => {
    const { line, screen } = await kioskWithTicket()
    line.lose()
    expect(screen.words()).toContain('A017')
  })
})

describe('when there is nothing to choose', () => {
  test('without a line it says so in both languages, since when, and until it is back', async () => {
    const { line, kiosk, screen, press } = openKiosk()
    await press('Leidimai')
    line.lose()
    expect(screen.words()).toContain('Dabar numerių duoti negalime')
    expect(screen.words()).toContain('We cannot give numbers right now')
    expect(screen.words()).toContain('Ryšio nėra nuo 10:00 val.')
    expect(screen.button(/./)).toBeNull()
    await kiosk.take()
    expect(line.sent).toEqual([])
    line.comeBack()
    expect(screen.button('Paimti numerį')).not.toBeNull()
  })

  test.each([
    ['server/stopping', 'Sistema paleidžiama iš naujo', 'The system is restarting'],
    ['protocol/outdated', 'Programa atnaujinta', 'There is a new version'],
  ] as const)('where %s is known to be why, nobody is sent to the staff', (code, lt, en) => {
    const { line, screen } = openKiosk()
    line.lose(code)
    expect(screen.words()).toContain('Dabar numerių duoti negalime')
    expect(screen.words()).toContain(lt)
    expect(screen.words()).toContain(en)
    expect(screen.words()).not.toContain('Kreipkitės')
    expect(screen.words()).not.toContain('Ryšio nėra nuo')
  })

  test('a kiosk that never reached the server says so as well', () => {
    const { line, screen } = openKiosk()
    line.view = null
    line.status = 'connecting'
    expect(screen.words()).toContain('Jungiamasi')
    line.lostAt = Date.now()
    expect(screen.words()).toContain('Dabar numerių duoti negalime')
  })

  test.each([
    [Date.UTC(2025, 10, 24, 9), 'Atidarysime 11:00', 'We open at 11:00'],
    [
      Date.UTC(2025, 10, 25, 6),
      'Kitas priėmimas: lapkričio 25 d., antradienis, 08:00',
      'Tuesday 25 November',
    ],
  ])('a closed hall says when it opens, in its languages until one is chosen', async (opensAt, lt, en) => {
    const { screen, press } = openKiosk({ ...view, hall: { ...hall, open: false, opensAt } })
    expect(screen.words()).toContain('Salė uždaryta')
    expect(screen.words()).toContain(lt)
    expect(screen.words()).toContain(en)
    await press('English')
    expect(screen.words()).toContain(en)
    expect(screen.words()).not.toContain('Salė uždaryta')
  })

  test('a hall without services sends to the staff', () => {
    const { screen } = openKiosk({ ...view, groups: [], services: [] })
    expect(screen.words()).toContain('Paslaugų čia dar nėra')
    expect(screen.words()).toContain('Kreipkitės į salės darbuotoją')
    expect(screen.words()).toContain('There are no services here yet')
  })

  test('a revoked kiosk sends visitors to the staff', () => {
    const { line, screen } = openKiosk()
    line.status = 'refused'
    line.code = 'credential/unknown'
    expect(screen.words()).toContain('Kreipkitės į salės darbuotoją')
  })
})

test('a hall with a logo is still named', () => {
  const { screen } = openKiosk({ ...view, hall: { ...hall, brand: { colour: null, logo: 'abc' } } })
  expect(screen.find('header img')?.getAttribute('src')).toBe('/api/brand/logo?v=abc')
  expect(screen.find('header')?.textContent).toContain('Paslaugų centras')
})
