import type { SupervisorView } from '#shared/protocol/views.ts'

import { levelOf, shareOf, type Level } from '../share.ts'

type Service = SupervisorView['services'][number]
export type DeviceTrouble = SupervisorView['devices']['wrong'][number]

/** Something that a supervisor should know of at once. */
export type Alert = {
  /** As long as it is the same, it is the same alert: heard once, and acknowledged once. */
  readonly key: string
  readonly level: Level
} & (
  | { readonly kind: 'wait'; readonly service: Service }
  | { readonly kind: 'help'; readonly kiosk: string; readonly name: string }
  | { readonly kind: 'device'; readonly device: DeviceTrouble }
)

/** Without these nobody gets a number; with the others much still works. */
const stopping: readonly DeviceTrouble['trouble'][] = ['away', 'printer']

/** What stops first, then who asks for help, and the rest in the hall's order. */
export function alertsOf({ services, devices, assistance }: SupervisorView, now: number): Alert[] {
  const waits = services.flatMap((service): Alert[] => {
    const level = levelOf(shareOf(service.longest, now))
    return level ? [{ key: `wait ${service.id} ${level}`, level, kind: 'wait', service }] : []
  })
  const calls = assistance.map(({ kiosk, name, since }): Alert => ({
    key: `help ${kiosk} ${since}`,
    level: 'attention',
    kind: 'help',
    kiosk,
    name,
  }))
  const troubles = devices.wrong.map((device): Alert => {
    const level = stopping.includes(device.trouble) ? 'stop' : 'attention'
    return { key: `${device.trouble} ${device.id}`, level, kind: 'device', device }
  })
  const all = [...calls, ...waits, ...troubles]
  return [...all.filter(({ level }) => level === 'stop'), ...all.filter(({ level }) => level !== 'stop')]
}
