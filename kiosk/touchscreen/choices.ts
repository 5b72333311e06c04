import type { KioskView } from '#shared/protocol/views.ts'

export type KioskService = KioskView['services'][number]

export interface Group {
  readonly id: string
  readonly name: KioskView['groups'][number]['name']
  readonly services: readonly KioskService[]
}

/** More than so many are not looked through at one glance: then their groups come first. */
const atOneGlance = 8

/** The groups that have services, in the hall's order. */
export function groupsOf(view: KioskView): readonly Group[] {
  return view.groups
    .map((group) => ({ ...group, services: view.services.filter((service) => service.group === group.id) }))
    .filter(({ services }) => services.length > 0)
}

/** Whether a visitor chooses the group before the service. */
export function comesInGroups(groups: readonly Group[]): boolean {
  const services = groups.reduce((count, group) => count + group.services.length, 0)
  return groups.length > 1 && services > atOneGlance
}
