import { z } from 'zod'

import type { Role } from './staff-list.ts'

/** What is refused about rights, over plain HTTP. */
export const rightsRefusals = {
  'rights/unknown':
    'There is no such role, or no such right that staff can have; `role` and `right` name them.',
  'rights/administrator-keeps':
    'Administrators always manage the staff, so that somebody is left who can give rights.',
  'rights/own': 'Whoever asks would no longer manage the staff: a colleague has to take that away.',
} as const
export type RightsRefusal = keyof typeof rightsRefusals

const name = z.string().max(60)

/** What `PUT /api/rights` takes: only what is to be different, so that two people do not undo each other's changes. */
export const changeRights = z.strictObject({
  changes: z
    .array(z.strictObject({ role: name, right: name, allowed: z.boolean() }))
    .min(1)
    .max(200),
})
export type RightChange = z.infer<typeof changeRights>['changes'][number]

/** What `GET /api/rights` answers. */
export interface RightsTable {
  /** All that staff can have. */
  readonly rights: readonly string[]
  /** What cannot be taken from a role. */
  readonly kept: readonly { readonly role: Role; readonly right: string }[]
  /** Rising. */
  readonly roles: readonly {
    readonly role: Role
    readonly people: number
    readonly rights: readonly string[]
  }[]
}
