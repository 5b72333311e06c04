import type { StaffTextKey } from '#shared/messages/staff.ts'

export interface RightGroup {
  readonly name: StaffTextKey
  readonly rights: readonly string[]
}

const groups: readonly RightGroup[] = [
  {
    name: 'rights.group.queue',
    rights: [
      'ticket:serve',
      'ticket:pick',
      'ticket:pick-service',
      'ticket:change',
      'ticket:cancel',
      'ticket:report',
      'ticket:restore',
      'queue:see',
      'assistance:answer',
    ],
  },
  { name: 'rights.group.reception', rights: ['ticket:issue', 'ticket:print'] },
  {
    name: 'rights.group.hall',
    rights: [
      'service:pause',
      'counter:manage',
      'ticket:act-for-others',
      'notice:manage',
      'device:manage',
      'printer:see',
      'hall:see',
    ],
  },
  { name: 'rights.group.settings', rights: ['hall:configure', 'staff:manage', 'record:see'] },
]

/** The rights that the server knows in the order in which they are read; what has no group yet comes last. */
export function grouped(known: readonly string[]): readonly RightGroup[] {
  const placed = new Set(groups.flatMap(({ rights }) => rights))
  const all: readonly RightGroup[] = [
    ...groups.map(({ name, rights }) => ({ name, rights: rights.filter((right) => known.includes(right)) })),
    { name: 'rights.group.other', rights: known.filter((right) => !placed.has(right)) },
  ]
  return all.filter(({ rights }) => rights.length > 0)
}
