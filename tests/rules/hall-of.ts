import { newAlerts, newVoice, noInformation } from '#shared/protocol/hall-config.ts'
import { firstComeOrder } from '#shared/protocol/order-settings.ts'
import type { HallConfig, OpeningHours, OpenTimes, Series, Service } from '#shared/queue/config.ts'

export const office: OpenTimes = [['08:00', '17:00']]
export const wholeDay: OpenTimes = [['00:00', '24:00']]

/** The same hours from Monday to Friday, others at the weekend. */
export function hoursOf(workdays: OpenTimes, weekend: OpenTimes = []): OpeningHours {
  const week = {
    monday: workdays,
    tuesday: workdays,
    wednesday: workdays,
    thursday: workdays,
    friday: workdays,
    saturday: weekend,
    sunday: weekend,
  }
  return { week, exceptions: {} }
}

export const lettersA: Series = { id: 'a', letter: 'A', from: 1, to: 999 }
export const lettersB: Series = { id: 'b', letter: 'B', from: 501, to: 599 }

export function service(id: string, series: string, changes: Partial<Service> = {}): Service {
  const name = { lt: id }
  return {
    id,
    group: 'all',
    series,
    name,
    help: {},
    information: noInformation,
    targetMinutes: 15,
    hours: null,
    dailyLimit: null,
    ...changes,
  }
}

/**
 * Passports and licences share the letters A, addresses and permits the letters B. Counters c1 and c2 take papers first
 * and addresses when nobody waits for those; c3 takes homes.
 */
export function hallOf(changes: Partial<HallConfig> = {}): HallConfig {
  return {
    name: { lt: 'Salė' },
    timeZone: 'Europe/Vilnius',
    languages: ['lt', 'en'],
    hours: hoursOf(office),
    series: [lettersA, lettersB],
    groups: [{ id: 'all', name: { lt: 'Visos' } }],
    services: [
      service('passports', 'a'),
      service('licences', 'a'),
      service('addresses', 'b'),
      service('permits', 'b'),
    ],
    zones: [{ id: 'ground', name: { lt: 'I aukštas' } }],
    profiles: [
      {
        id: 'papers',
        name: { lt: 'Dokumentai' },
        first: ['passports', 'licences'],
        fallback: ['addresses'],
        languages: [],
      },
      { id: 'homes', name: { lt: 'Namai' }, first: ['addresses', 'permits'], fallback: [], languages: [] },
    ],
    counters: [counter('c1', 'papers'), counter('c2', 'papers'), counter('c3', 'homes')],
    texts: { welcome: {}, paper: {} },
    brand: { colour: null, logo: null },
    order: firstComeOrder,
    rules: {
      recalls: 3,
      recallSeconds: 0,
      reportMinutes: 15,
      parkMinutes: 30,
      autoCallSeconds: 10,
      cutOff: true,
      showKept: false,
      showClerk: false,
    },
    voice: newVoice,
    alerts: newAlerts,
    translator: null,
    ...changes,
  }
}

/** The hall with one of its services changed. */
export function withService(id: string, changes: Partial<Service>): HallConfig {
  const config = hallOf()
  return { ...config, services: config.services.map((one) => (one.id === id ? { ...one, ...changes } : one)) }
}

/** The hall without one of the things that it lists. */
export function without(list: 'services' | 'series' | 'counters' | 'profiles', id: string): HallConfig {
  const config = hallOf()
  const rest = (config[list] as readonly { readonly id: string }[]).filter((one) => one.id !== id)
  return { ...config, [list]: rest }
}

function counter(id: string, profile: string): HallConfig['counters'][number] {
  return { id, label: id.slice(1), zone: 'ground', profile, direction: 'straight' }
}
