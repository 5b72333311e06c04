import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import callsMessages from '#shared/messages/calls/lt.json' with { type: 'json' }
import kioskMessages from '#shared/messages/kiosk/lt.json' with { type: 'json' }
import { staffMessages } from '#shared/messages/staff.ts'

import { hallInChromium } from './hall-for-test.ts'
import { allowOnly, kilobytes, scriptsOf } from './page-scripts.ts'
import { scanPage, takeTicket } from './screens.ts'

/** In kB, gzipped: what a kiosk's slow machine, a display's stick and a phone on a bad network can bear. */
const budgets = { kiosk: 90, display: 80, 'counter-display': 80, calls: 80, phone: 60 } as const
const addresses = {
  ...{ kiosk: '/kiosk', display: '/display', 'counter-display': '/counter-display', calls: '/calls' },
  phone: '/t/any',
} as const
const surfaces = ['kiosk', 'display', 'counter-display', 'calls', 'phone'] as const
/** On what each is looked at. */
const panels = {
  kiosk: 'kiosk',
  display: 'display',
  'counter-display': 'display',
  calls: 'phone',
  phone: 'phone',
} as const

test.each(surfaces)(
  'the scripts of a %s stay within their budget, and show its first screen',
  async (surface) => {
    const hall = await hallInChromium()
    const scripts = await scriptsOf(hall.url + addresses[surface])
    expect(kilobytes(scripts)).toBeLessThanOrEqual(budgets[surface])

    const page = await hall.open(panels[surface], 'about:blank')
    await allowOnly(page, scripts)
    if (surface === 'phone') {
      const kiosk = await hall.kiosk()
      const number = await takeTicket(kiosk, 'Informacija')
      await page.goto(await scanPage(kiosk))
      await page.locator('h1 .number').getByText(number).waitFor()
    } else if (surface === 'calls') {
      await page.goto(hall.url + addresses.calls)
      await page.getByRole('heading', { name: callsMessages['calls.title'] }).waitFor()
    } else {
      const counter = surface === 'counter-display' ? exampleHall.counters[0]!.id : undefined
      await page.goto((await hall.device(surface, { counter })).page)
      await page.locator('main button, .total .count, .word').first().waitFor()
    }
  },
)

test.each(surfaces)('a %s is not sent what only staff or the kiosk say', async (surface) => {
  const hall = await hallInChromium()
  const code = [...(await scriptsOf(hall.url + addresses[surface])).values()].join('\n')
  const others = { ...staffMessages.lt, ...(surface === 'kiosk' ? {} : kioskMessages) }
  const keys = Object.keys(others).map((key) => `"${key}"`)
  expect(keys.filter((key) => code.includes(key))).toEqual([])
})
