import { expect, test } from 'vitest'

import { defaultRights, deviceRights, roles, staffRights, ticketRights } from '#server/rights.ts'

test('a supervisor may do all that a clerk and a receptionist may', () => {
  for (const role of ['clerk', 'receptionist'] as const) {
    expect(defaultRights.supervisor).toEqual(expect.arrayContaining([...defaultRights[role]]))
  }
})

test('an administrator may do all that staff may, and nobody else may manage staff or configure the hall', () => {
  expect(defaultRights.administrator).toEqual(staffRights)
  const others = roles.filter((role) => role !== 'administrator').flatMap((role) => defaultRights[role])
  for (const right of ['staff:manage', 'hall:configure'] as const) expect(others).not.toContain(right)
})

test('tickets are issued by kiosks, receptionists, supervisors and administrators only', () => {
  const mayIssue = [
    ...roles.filter((role) => defaultRights[role].includes('ticket:issue')),
    ...Object.entries(deviceRights).flatMap(([kind, may]) => (may.includes('ticket:issue') ? [kind] : [])),
  ]
  expect(mayIssue).toEqual(['receptionist', 'supervisor', 'administrator', 'kiosk'])
})

test('a phone may cancel its own ticket and nothing else', () => {
  expect(ticketRights).toEqual(['ticket:cancel-own'])
})

test('only a kiosk asks for assistance, and only a phone cancels its own ticket', () => {
  for (const right of [...ticketRights, 'assistance:ask', 'call:confirm'] as const)
    expect(staffRights).not.toContain(right)
  expect(deviceRights.kiosk).toContain('assistance:ask')
})

test('every device says how it fares, and nobody says it for one', () => {
  for (const rights of Object.values(deviceRights)) expect(rights).toContain('device:report')
  expect(staffRights).not.toContain('device:report')
})

test('no role names a right twice', () => {
  for (const role of roles) expect(new Set(defaultRights[role]).size).toBe(defaultRights[role].length)
})
