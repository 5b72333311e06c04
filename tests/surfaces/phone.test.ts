import { flushSync } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { Phone } from '#kiosk/phone/phone.svelte.ts'
import PhoneScreen from '#kiosk/phone/PhoneScreen.svelte'
import { type Language, languageOrder } from '#shared/messages/text.ts'
import type { VisitorReason } from '#shared/protocol/call-reason.ts'
import type { PhoneView } from '#shared/protocol/views.ts'
import { brandColours } from '#shared/ui/brand.ts'
import { show } from './kiosk-screen.ts'
import { StubLine } from './kiosk-stub-line.svelte.ts'
import { waiting } from './phone-view.ts'

const counter = { label: '5', zone: { lt: 'Didžioji salė', en: 'Main hall' }, direction: 'left' } as const
const called: PhoneView = { ...waiting, state: 'called', ahead: null, counter, calledAt: 1_000 }

const vibrate = vi.fn()

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 10, 24, 8) })
  vibrate.mockClear()
  // jsdom's navigator does not vibrate, nor does an iPhone's.
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true })
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false
  }
  return () => vi.useRealTimers()
})

function open(view: PhoneView | null = waiting, spoken: string[] = ['lt']) {
  const line = new StubLine<PhoneView>(waiting)
  line.view = view
  const phone = new Phone(line, spoken)
  return { line, phone, screen: show(PhoneScreen, { phone }) }
}

/** With what comes later on the page. */
async function openWhole() {
  const opened = open()
  await vi.dynamicImportSettled()
  flushSync()
  return opened
}

test('a waiting visitor sees the number and how many are ahead', () => {
  const { screen } = open()
  expect(screen.words()).toContain('A017')
  expect(screen.words()).toContain('Prieš Jus laukia 3 žmonės')
  expect(document.title).toBe('A017 – Laukiate eilėje')
})

test('what is read out stands on the page before its words come, whatever the screen says', () => {
  const { line } = open()
  const regions = [...document.querySelectorAll('[aria-live], [role=status]')]
  const main = regions.find((one) => one.tagName === 'MAIN')!
  line.view = called
  flushSync()
  line.view = { ...called, state: 'serving' as const, message: { lt: 'Pertrauka' } }
  flushSync()
  expect(main.textContent).toContain('Jus aptarnaujame')
  expect(regions.every((one) => one.isConnected)).toBe(true)
  expect(regions.some((one) => one.textContent.includes('Pertrauka'))).toBe(true)
})

test('when called the screen turns and says counter, zone and direction', () => {
  const { line, screen } = open()
  expect(screen.find('.called')).toBeNull()
  expect(vibrate).not.toHaveBeenCalled()
  line.view = called
  expect(screen.find('.called')).not.toBeNull()
  expect(screen.find('[role="alert"]')?.textContent).toContain('Jus kviečiame')
  expect(screen.words()).toMatch(/Eikite prie langelio 5 Didžioji salė ?kairėje/)
  expect(document.title).toBe('Eikite prie 5 langelio – A017')
  expect(vibrate).toHaveBeenCalledOnce()
})

/** 10:30 in Vilnius. */
const slot = Date.UTC(2025, 10, 24, 8, 30)
const reasons: readonly [VisitorReason, Readonly<Record<Language, string>>][] = [
  [
    { why: 'share', minutes: 31, target: 30 },
    {
      lt: 'Jūsų eilė: išlaukėte didžiausią numatyto laiko dalį (31 iš 30 min.)',
      en: 'Your turn: you have waited the largest share of the time set (31 of 30 min)',
      ru: 'Ваша очередь: вы прождали наибольшую долю отведённого времени (31 из 30 мин)',
      pl: 'Państwa kolej: odczekali Państwo największą część przewidzianego czasu (31 z 30 min)',
      uk: 'Ваша черга: ви прочекали найбільшу частку відведеного часу (31 з 30 хв)',
    },
  ],
  [
    { why: 'wait', minutes: 31 },
    {
      lt: 'Jūsų eilė: laukėte 31 min.',
      en: 'Your turn: you have waited 31 min',
      ru: 'Ваша очередь: вы ждали 31 мин',
      pl: 'Państwa kolej: czekali Państwo 31 min',
      uk: 'Ваша черга: ви чекали 31 хв',
    },
  ],
  [
    { why: 'priority' },
    {
      lt: 'Jums taikoma pirmenybė',
      en: 'You have priority',
      ru: 'У вас право на приоритетное обслуживание',
      pl: 'Mają Państwo pierwszeństwo',
      uk: 'Ви маєте право на пріоритетне обслуговування',
    },
  ],
  [
    { why: 'out-of-turn' },
    {
      lt: 'Pagal įstatymą aptarnaujame Jus be eilės',
      en: 'By law you are served out of turn',
      ru: 'По закону вас обслуживают вне очереди',
      pl: 'Zgodnie z prawem obsługujemy Państwa poza kolejnością',
      uk: 'За законом вас обслуговують поза чергою',
    },
  ],
  [
    { why: 'appointment', slot },
    {
      lt: 'Jūsų sutartas laikas – 10:30 val.',
      en: 'Your appointment is at 10:30',
      ru: 'Вы записаны на 10:30',
      pl: 'Są Państwo umówieni na godz. 10:30',
      uk: 'Ви записані на 10:30',
    },
  ],
  [
    { why: 'early', slot },
    {
      lt: 'Jūsų sutartas laikas – 10:30 val., bet galime priimti jau dabar',
      en: 'Your appointment is at 10:30, but we can see you now',
      ru: 'Вы записаны на 10:30, но мы можем принять вас уже сейчас',
      pl: 'Są Państwo umówieni na godz. 10:30, ale możemy Państwa przyjąć już teraz',
      uk: 'Ви записані на 10:30, але ми можемо прийняти вас уже зараз',
    },
  ],
  [
    { why: 'overtaken', times: 12 },
    {
      lt: 'Jūsų eilė aplenkta 12 kartų: kviečiame Jus',
      en: 'Other queues have gone ahead 12 times: now it is your turn',
      ru: 'Другие очереди мы пропустили вперёд уже 12 раз: теперь ваша очередь',
      pl: 'Inne kolejki przepuściliśmy już 12 razy: teraz Państwa kolej',
      uk: 'Інші черги ми пропустили вперед уже 12 разів: тепер ваша черга',
    },
  ],
  [
    { why: 'by-hand' },
    {
      lt: 'Jus pakvietė darbuotojas',
      en: 'A member of staff has called you',
      ru: 'Вас вызвал сотрудник',
      pl: 'Pracownik wywołał Państwa numer',
      uk: 'Вас викликав працівник',
    },
  ],
]

test.each(reasons)('%o is told to who is called, in every language', (reason, said) => {
  const { line, screen } = open()
  for (const language of languageOrder) {
    line.view = { ...called, language, reason }
    expect(screen.find('.why')?.textContent.replaceAll(/\s+/g, ' ')).toBe(said[language])
  }
})

test('a call whose reason nobody knows says none', () => {
  const { screen } = open(called)
  expect(screen.find('.why')).toBeNull()
})

test('a device that cannot vibrate is called all the same', () => {
  Object.defineProperty(navigator, 'vibrate', { value: undefined, configurable: true })
  expect(open(called).screen.words()).toContain('Jus kviečiame')
})

test('called to another counter, it vibrates again', () => {
  const { line, screen } = open(called)
  line.view = { ...called, counter: { ...counter, label: '7' }, calledAt: 2_000 }
  expect(screen.words()).toContain('7')
  expect(vibrate).toHaveBeenCalledTimes(2)
})

test('called again to the same counter, it vibrates again; told the same again, it does not', () => {
  const { line, screen } = open(called)
  line.view = { ...called, calledAt: 2_000 }
  expect(screen.words()).toContain('Jus kviečiame')
  expect(vibrate).toHaveBeenCalledTimes(2)
  line.view = { ...called, calledAt: 2_000 }
  expect(screen.words()).toContain('Jus kviečiame')
  expect(vibrate).toHaveBeenCalledTimes(2)
})

test('giving up the number asks first', async () => {
  const { line, screen } = await openWhole()
  screen.press('Atsisakyti numerio')
  expect(line.sent).toEqual([])
  expect(screen.words()).toContain('Atsisakyti numerio A017?')
  screen.press('Taip, atsisakyti')
  expect(line.sent).toEqual([{ name: 'ticket:cancel', fields: { ticket: 't1' } }])
  line.view = { ...waiting, state: 'cancelled', ahead: null, mayCancel: false }
  await line.accept({})
  expect(screen.words()).toContain('Numerio atsisakėte')
  expect(screen.button('Atsisakyti')).toBeNull()
})

test('who changes their mind keeps the number', async () => {
  const { line, screen } = await openWhole()
  screen.press('Atsisakyti numerio')
  screen.press('Ne, laukti toliau')
  expect(line.sent).toEqual([])
  expect(screen.button('Taip, atsisakyti')).toBeNull()
})

test('a question left open does not lie over the call', async () => {
  const { line, screen } = await openWhole()
  screen.press('Atsisakyti numerio')
  line.view = { ...waiting, ahead: 2 }
  expect(screen.button('Taip, atsisakyti')).not.toBeNull()
  line.view = called
  expect(screen.button('Taip, atsisakyti')).toBeNull()
  line.view = waiting
  expect(screen.button('Taip, atsisakyti')).toBeNull()
})

test('a number that could not be given up says why', async () => {
  const { line, screen } = await openWhole()
  screen.press('Atsisakyti numerio')
  screen.press('Taip, atsisakyti')
  await line.refuse('server/internal')
  expect(screen.find('[role="alert"]')?.textContent).toContain('Bandykite dar kartą')
})

test('of a number that has ended a lost line is not said', () => {
  const { line, screen } = open()
  line.status = 'lost'
  line.lostAt = line.now()
  expect(screen.words()).toContain('Ryšio nėra')
  line.view = { ...waiting, state: 'served', ahead: null, mayCancel: false }
  expect(screen.words()).not.toContain('Ryšio nėra')
})

test('a number given up is not an error when the line ends before the answer', async () => {
  const { line, screen } = await openWhole()
  screen.press('Atsisakyti numerio')
  screen.press('Taip, atsisakyti')
  line.view = { ...waiting, state: 'cancelled', ahead: null, mayCancel: false }
  line.status = 'ended'
  await line.refuse('line/lost')
  expect(screen.find('[role="alert"]')).toBeNull()
  expect(screen.words()).toContain('Numerio atsisakėte')
})

test.each<[Partial<PhoneView>, string]>([
  [{ state: 'serving', counter }, 'Jūs prie 5 langelio.'],
  [{ state: 'parked', until: Date.UTC(2025, 10, 24, 9) }, 'Aptarnavimas atidėtas'],
  [{ state: 'missed', until: Date.UTC(2025, 10, 24, 9) }, 'Kreipkitės į darbuotoją iki 11:00'],
  [{ state: 'served' }, 'Jus aptarnavome'],
  [{ state: 'no-show' }, 'Laukėme Jūsų, bet nesulaukėme'],
  [{ state: 'cancelled' }, 'Numerio atsisakėte'],
  [{ state: 'expired' }, 'Numeris nebegalioja'],
])('%o is told', (change, words) => {
  const { screen } = open({ ...waiting, ahead: null, mayCancel: false, ...change })
  expect(screen.words()).toContain(words)
  expect(screen.button('Atsisakyti')).toBeNull()
})

test('a lost line marks the data with their time and disables what sends', async () => {
  const { line, phone, screen } = await openWhole()
  line.seenAt = Date.UTC(2025, 10, 24, 8)
  line.lose()
  expect(screen.words()).toContain('Ryšys nutrūko. Rodoma, kas buvo 10:00')
  expect(screen.button('Atsisakyti numerio')?.getAttribute('aria-disabled')).toBe('true')
  expect(screen.words()).toContain('Atsisakyti numerio galėsite, kai ryšys grįš')
  screen.press('Atsisakyti numerio')
  expect(phone.asking).toBe(false)
  expect(screen.find('.dim')).toBeNull()
  vi.advanceTimersByTime(61_000)
  expect(screen.find('.dim')).not.toBeNull()
})

test('what was kept is told with its time until the line is there', () => {
  const { line, screen } = open()
  line.status = 'connecting'
  line.seenAt = Date.UTC(2025, 10, 24, 7, 50)
  vi.advanceTimersByTime(2_000)
  expect(screen.words()).toContain('Rodoma, kas buvo 09:50')
})

test('what was told while the page was opened is not called old', () => {
  const { line, screen } = open()
  line.status = 'connecting'
  line.seenAt = Date.UTC(2025, 10, 24, 8)
  vi.advanceTimersByTime(2_000)
  expect(screen.words()).toContain('Jungiamasi')
  expect(screen.words()).not.toContain('Rodoma, kas buvo')
})

test('a server that is being started anew is told of, and after a minute what is old', () => {
  const { line, screen } = open()
  line.seenAt = Date.now()
  line.lose('server/stopping')
  expect(screen.words()).toContain('Sistema paleidžiama iš naujo ir tuoj vėl veiks')
  expect(screen.words()).not.toContain('Ryšys nutrūko')
  vi.advanceTimersByTime(61_000)
  expect(screen.words()).toContain('Ryšio nėra. Rodoma, kas buvo 10:00')
})

test('a wrong code is not known', () => {
  const { line, screen } = open(null)
  line.status = 'refused'
  line.code = 'credential/unknown'
  expect(screen.words()).toContain('Kodas nežinomas')
  expect(screen.words()).toContain('Naują paimkite salėje')
})

test('a server in trouble is not taken for a wrong code', () => {
  const { line, screen } = open(null)
  line.status = 'refused'
  line.code = 'server/internal'
  expect(screen.words()).not.toContain('Kodas nežinomas')
  expect(screen.button('Bandyti dar kartą')).not.toBeNull()
})

test('the page speaks the language of the ticket until another is chosen', () => {
  const { screen } = open({ ...waiting, language: 'en' })
  expect(screen.words()).toContain('3 people are ahead of you')
  expect(document.documentElement.lang).toBe('en')
  screen.press('Lietuvių')
  expect(screen.words()).toContain('Prieš Jus laukia 3 žmonės')
})

test('without a ticket it speaks the language of the phone, else Lithuanian', () => {
  expect(open(null, ['de-DE', 'en-GB']).phone.language).toBe('en')
  expect(open(null, ['de-DE']).phone.language).toBe('lt')
})

test('the hall says who it is, with its mark and in its colour where it has them', () => {
  const { line, screen } = open()
  expect(screen.find('header')?.textContent).toContain('Paslaugų centras')
  expect(screen.find('header img')).toBeNull()
  line.view = { ...waiting, hall: { ...waiting.hall, brand: { colour: '#e4002b', logo: 'abc' } } }
  expect(screen.find('header img')?.getAttribute('alt')).toBe('')
  const { light, dark } = brandColours('#e4002b')!
  const { style } = document.documentElement
  expect(style.getPropertyValue('--hall-on-light')).toBe(light)
  expect(style.getPropertyValue('--hall-on-dark')).toBe(dark)
})

test('what the hall has to tell everybody is said, in the visitor’s language where it is written in it', () => {
  const message = { lt: 'Sistema laikinai neveikia', en: 'The system is down for now' }
  const { screen } = open({ ...waiting, message, language: 'en' }, ['en'])
  expect(screen.words()).toContain('The system is down for now')
  expect(open({ ...called, message: { lt: 'Tik lietuviškai' } }).screen.words()).toContain('Tik lietuviškai')
})
