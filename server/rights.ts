import type { StaffPage } from '#shared/protocol/handshake.ts'
import type { UpName } from '#shared/protocol/up.ts'

/** What a credential may do. Each command names the one that it needs. */
export const rights = [
  'ticket:issue',
  'ticket:print',
  // Call next, recall, start, pause, resume, sum up, finish, miss, return, park, take up, transfer, next leg, undo; and the shift.
  'ticket:serve',
  // Call a given ticket.
  'ticket:pick',
  // Call the next of one service.
  'ticket:pick-service',
  // Change service or class, bind to a clerk or counter.
  'ticket:change',
  'ticket:cancel',
  // Cancel the one ticket that the credential itself stands for.
  'ticket:cancel-own',
  // Say that a missed visitor came back.
  'ticket:report',
  'ticket:restore',
  'queue:see',
  'hall:see',
  'hall:configure',
  'staff:manage',
  'device:manage',
  'printer:see',
  // Stop and start a service's tickets for now.
  'service:pause',
  // Set for a while what a counter takes.
  'counter:manage',
  // Go on with a ticket at somebody else's counter, and close a counter that its clerk forgot.
  'ticket:act-for-others',
  // Write what the displays show beside the calls.
  'notice:manage',
  // Look through who did what.
  'record:see',
  // Of a kiosk: ask for a member of staff.
  'assistance:ask',
  'assistance:answer',
  // Of a display: say how a call was heard.
  'call:confirm',
  // Of a device: say how it fares.
  'device:report',
] as const
export type Right = (typeof rights)[number]

/** A device and a ticket speak for themselves: nobody of the staff can in their place. */
const ownRights: readonly Right[] = ['ticket:cancel-own', 'assistance:ask', 'call:confirm', 'device:report']
export const staffRights = rights.filter((right) => !ownRights.includes(right))

/**
 * The right that each command needs. A class or a number of its own at issue needs `ticket:change` besides, a service of the
 * clerk's choice `ticket:pick-service`.
 */
export const rightOf: Readonly<Record<UpName, Right>> = {
  'hall:configure': 'hall:configure',
  'ticket:issue': 'ticket:issue',
  'ticket:print': 'ticket:print',
  'ticket:call-next': 'ticket:serve',
  'ticket:call': 'ticket:pick',
  'ticket:recall': 'ticket:serve',
  'ticket:start': 'ticket:serve',
  'ticket:pause': 'ticket:serve',
  'ticket:resume': 'ticket:serve',
  'ticket:miss': 'ticket:serve',
  'ticket:return': 'ticket:serve',
  'ticket:transfer': 'ticket:serve',
  'ticket:park': 'ticket:serve',
  'ticket:take-up': 'ticket:serve',
  'ticket:next-leg': 'ticket:serve',
  'ticket:sum-up': 'ticket:serve',
  'ticket:print-summary': 'ticket:serve',
  'ticket:finish': 'ticket:serve',
  'ticket:report': 'ticket:report',
  'ticket:change': 'ticket:change',
  'ticket:bind': 'ticket:change',
  'ticket:cancel': 'ticket:cancel',
  'ticket:restore': 'ticket:restore',
  'step:undo': 'ticket:serve',
  'shift:open': 'ticket:serve',
  'shift:pause': 'ticket:serve',
  'shift:resume': 'ticket:serve',
  'shift:close': 'ticket:serve',
  'service:pause': 'service:pause',
  'service:resume': 'service:pause',
  'service:lift-cut-off': 'service:pause',
  'counter:set-profile': 'counter:manage',
  'counter:reset-profile': 'counter:manage',
  'assistance:ask': 'assistance:ask',
  'assistance:cancel': 'assistance:ask',
  'assistance:answer': 'assistance:answer',
  'help:ask': 'ticket:serve',
  'help:answer': 'assistance:answer',
  'help:cancel': 'ticket:serve',
  'call:confirm': 'call:confirm',
  'device:report': 'device:report',
}

/** The right without which a page of staff is not let in; the others say themselves what somebody lacks. */
export const rightOfPage: Readonly<Record<StaffPage, Right | null>> = {
  reception: null,
  supervisor: 'hall:see',
  help: 'assistance:answer',
}

/** Rising: of a person's several roles, the last one is shown. */
export const roles = ['clerk', 'receptionist', 'supervisor', 'administrator'] as const
export type Role = (typeof roles)[number]

export const deviceKinds = ['kiosk', 'display', 'counter-display', 'print-agent'] as const
export type DeviceKind = (typeof deviceKinds)[number]

const clerk = [
  'ticket:serve',
  'ticket:report',
  'ticket:cancel',
  'ticket:change',
  'queue:see',
  'assistance:answer',
] as const
const receptionist = [
  'ticket:issue',
  'ticket:print',
  'ticket:change',
  'ticket:cancel',
  'ticket:report',
  'ticket:restore',
  'queue:see',
  'assistance:answer',
] as const

/** What a hall's roles may do until the hall changes it in `role_rights`. */
export const defaultRights: Readonly<Record<Role, readonly Right[]>> = {
  clerk,
  receptionist,
  supervisor: [
    ...new Set<Right>([
      ...clerk,
      ...receptionist,
      'ticket:pick',
      'ticket:pick-service',
      'hall:see',
      'printer:see',
      'device:manage',
      'service:pause',
      'counter:manage',
      'ticket:act-for-others',
      'notice:manage',
      'record:see',
    ]),
  ],
  administrator: staffRights,
}

/** A device's rights go with its kind. A display is shown things and says how they were heard; every device says how it fares. */
export const deviceRights: Readonly<Record<DeviceKind, readonly Right[]>> = {
  kiosk: ['ticket:issue', 'ticket:print', 'assistance:ask', 'device:report'],
  display: ['call:confirm', 'device:report'],
  'counter-display': ['device:report'],
  'print-agent': ['device:report'],
}

/** The rights of the visitor's own phone, by the token of the ticket. */
export const ticketRights: readonly Right[] = ['ticket:cancel-own']

export function isRole(name: string): name is Role {
  return (roles as readonly string[]).includes(name)
}

/** False for what is none of theirs, and for what an older or newer release stored and this one does not know. */
export function isStaffRight(name: string): name is Right {
  return (staffRights as readonly string[]).includes(name)
}

export function isDeviceKind(name: string): name is DeviceKind {
  return (deviceKinds as readonly string[]).includes(name)
}
