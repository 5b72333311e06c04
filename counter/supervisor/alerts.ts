import type { SupervisorView } from '#shared/protocol/views.ts'

import { callId, helpCalls, type HelpCall } from '../help-calls.ts'
import { levelOf, shareOf, type Level } from '../share.ts'

type Service = SupervisorView['services'][number]
export type DeviceTrouble = SupervisorView['devices']['wrong'][number]

/** Something that a supervisor should know of at once. */
export type Alert = {
  /** As long as it is the same, it is the same alert: heard once, and acknowledged once. */
  readonly key: string
  readonly level: Level
} &
  /** `percent`: of the target, of which more was waited; `minutes`: than which more was waited, by whom. */
  (
    | { readonly kind: 'wait'; readonly service: Service; readonly percent: number }
    | {
        readonly kind: 'minutes'
        readonly service: Service
        readonly minutes: number
        readonly label: string
      }
    | { readonly kind: 'unserved'; readonly service: Service }
    | { readonly kind: 'help'; readonly call: HelpCall }
    | { readonly kind: 'device'; readonly device: DeviceTrouble }
  )

/** Without these nobody gets a number; with the others much still works. */
const stopping: readonly DeviceTrouble['trouble'][] = ['away', 'printer']

/** What stops first, then who asks for help, and the rest in the hall's order. */
export function alertsOf(view: SupervisorView, now: number): Alert[] {
  const waits = view.services.flatMap((service): Alert[] => {
    const level = levelOf(shareOf(service.longest, now), view.alerts)
    if (!level) return []
    const percent = view.alerts[`${level}Percent`]
    return [{ key: `wait ${service.id} ${level}`, level, kind: 'wait', service, percent }]
  })
  const unserved = view.services.flatMap((service): Alert[] => {
    if (!service.longest || service.counters.open > 0) return []
    return [{ key: `unserved ${service.id}`, level: 'stop', kind: 'unserved', service }]
  })
  const { waitMinutes: minutes } = view.alerts
  const minutesWaited = view.services.flatMap((service): Alert[] => {
    const oldest = service.oldest ?? service.longest
    if (minutes === null || !oldest || now - oldest.since <= minutes * 60_000) return []
    const { label } = oldest
    return [{ key: `minutes ${service.id}`, level: 'attention', kind: 'minutes', service, minutes, label }]
  })
  const calls = helpCalls(view).map((call): Alert => ({
    key: `help ${callId(call)}`,
    level: 'attention',
    kind: 'help',
    call,
  }))
  const troubles = view.devices.wrong.map((device): Alert => {
    const level = stopping.includes(device.trouble) ? 'stop' : 'attention'
    return { key: `${device.trouble} ${device.id}`, level, kind: 'device', device }
  })
  const all = [...calls, ...unserved, ...waits, ...minutesWaited, ...troubles]
  return [...all.filter(({ level }) => level === 'stop'), ...all.filter(({ level }) => level !== 'stop')]
}
