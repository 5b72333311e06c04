import { newAlerts, newVoice, noInformation } from '#shared/protocol/hall-config.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { standardOrder } from '#shared/queue/order.ts'

const services = Array.from({ length: 8 }, (_, n) => `service-${n + 1}`)
const named = (name: string) => ({ lt: name, en: name })
const always = [['00:00', '24:00']] as const

/** A hall with a counter for each clerk, where every counter takes every service, and numbers never run out. */
export function benchHall(counters: number): HallConfig {
  return {
    name: named('Bench'),
    timeZone: 'UTC',
    languages: ['lt', 'en'],
    hours: {
      week: {
        monday: always,
        tuesday: always,
        wednesday: always,
        thursday: always,
        friday: always,
        saturday: always,
        sunday: always,
      },
      exceptions: {},
    },
    series: [{ id: 'all', letter: 'A', from: 1, to: 9_999_999 }],
    groups: [{ id: 'all', name: named('All') }],
    services: services.map((id) => ({
      id,
      group: 'all',
      series: 'all',
      name: named(id),
      help: {},
      information: noInformation,
      targetMinutes: 15,
      hours: null,
      dailyLimit: null,
    })),
    zones: [{ id: 'hall', name: named('Hall') }],
    profiles: [{ id: 'all', name: named('All'), first: services, fallback: [], languages: [] }],
    counters: Array.from({ length: counters }, (_, n) => ({
      id: `counter-${n + 1}`,
      label: String(n + 1),
      zone: 'hall',
      profile: 'all',
      direction: 'straight' as const,
    })),
    texts: { welcome: {}, paper: {} },
    brand: { colour: null, logo: null },
    order: standardOrder,
    rules: {
      recalls: 3,
      recallSeconds: 20,
      reportMinutes: 15,
      parkMinutes: 20,
      autoCallSeconds: 10,
      cutOff: true,
      showKept: false,
      showClerk: false,
    },
    voice: newVoice,
    alerts: newAlerts,
    translator: null,
  }
}

export function serviceOf(n: number): string {
  return services[n % services.length]!
}
