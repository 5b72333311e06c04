import { onTestFinished, vi } from 'vitest'

import { Kiosk } from '#kiosk/touchscreen/kiosk.svelte.ts'
import KioskScreen from '#kiosk/touchscreen/KioskScreen.svelte'
import type { ServiceInformation } from '#kiosk/touchscreen/screen.ts'
import { noInformation } from '#shared/protocol/hall-config.ts'
import type { KioskView } from '#shared/protocol/views.ts'

import './every-language.ts'
import { show } from './kiosk-screen.ts'
import { StubLine } from './kiosk-stub-line.svelte.ts'

type Service = KioskView['services'][number]

export const hall: KioskView['hall'] = {
  name: { lt: 'Paslaugų centras', en: 'Service centre' },
  timeZone: 'Europe/Vilnius',
  languages: ['lt', 'en'],
  open: true,
  opensAt: null,
  brand: { colour: null, logo: null },
  welcome: {},
}

export const ticket = { ticket: 't1', label: 'A017', url: 'http://localhost/t/code' }

export function service(id: string, lt: string, changes: Partial<Service> = {}): Service {
  const name = { lt, en: `The ${id}` }
  const open = { waiting: 3, closed: null, paused: null, promised: null, lastTickets: null }
  return { id, group: 'all', name, help: {}, ...open, ...changes }
}

/** Permits, and payments of which all numbers are given. */
export const view: KioskView = {
  audience: 'kiosk',
  assistance: null,
  hall,
  groups: [{ id: 'all', name: { lt: 'Visiems', en: 'For all' } }],
  services: [service('permits', 'Leidimai'), service('payments', 'Mokėjimai', { closed: 'service/full' })],
}

/** Permits, whose page tells all that a hall can tell. */
export const permits: ServiceInformation = {
  about: { lt: 'Išduodame leidimus.', en: 'We give permits.' },
  bring: { lt: 'Pasą\nPrašymą', en: 'A passport\nThe request' },
  price: { lt: 'Nemokamai', en: 'Free of charge' },
  pay: {},
  minutes: 15,
  checked: { on: '2025-11-02', by: { lt: 'Leidimų skyrius', en: 'Permit office' } },
}

/** Opens a kiosk for one test, at ten in the morning by a clock that stands still. */
export function openKiosk(seen: KioskView = view, information: Record<string, ServiceInformation> = {}) {
  vi.useFakeTimers({ now: Date.UTC(2025, 10, 24, 8) })
  onTestFinished(() => void vi.useRealTimers())
  const line = new StubLine<KioskView>(seen)
  line.described = {
    services: seen.services.map(({ id }) => ({ id, information: information[id] ?? noInformation })),
  }
  const reload = vi.fn()
  const kiosk = new Kiosk(line, reload)
  const screen = show(KioskScreen, { kiosk })

  return {
    line,
    kiosk,
    screen,
    reload,
    /** Lets seconds pass. */
    async wait(seconds: number) {
      await vi.advanceTimersByTimeAsync(seconds * 1_000)
    },
    /** Presses one after another, as slowly as a visitor. */
    async press(...names: readonly (string | RegExp)[]) {
      for (const name of names) {
        screen.press(name)
        await vi.advanceTimersByTimeAsync(1_000)
      }
    },
    /** A member of staff or somebody else changed something. */
    see(changes: Partial<KioskView>) {
      line.view = { ...line.view!, ...changes }
    },
  }
}

/** A kiosk whose visitor was given a ticket a second ago. */
export async function kioskWithTicket() {
  const opened = openKiosk()
  await opened.press('Leidimai', 'Paimti numerį')
  await opened.line.accept(ticket)
  return opened
}
