import { passwordFaults } from '#shared/accounts/password.ts'

export { passwordLengths } from '#shared/accounts/password.ts'

/** In characters. */
export const usernameLengths = { min: 3, max: 30 } as const
export const pinLengths = { min: 4, max: 8 } as const

/** User names are the same whatever their case. */
export function normalUsername(name: string): string {
  return name.toLowerCase()
}

/** Latin letters, digits, dot, dash and underscore: what can be typed on any keyboard. */
export function isUsername(name: string): boolean {
  const { min, max } = usernameLengths
  return name.length >= min && name.length <= max && /^[a-zA-Z0-9._-]+$/.test(name)
}

/** Long enough, not the user name once more, and not among the first that anybody would try. */
export function isPassword(password: string, username: string): boolean {
  return passwordFaults(password, username).length === 0
}

/** Digits only, and none that is tried first: 0000, 1234, 8765. */
export function isPin(pin: string): boolean {
  const { min, max } = pinLengths
  if (pin.length < min || pin.length > max || !/^[0-9]+$/.test(pin)) return false
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])))
  return steps.size > 1 || ![-1, 0, 1].some((step) => steps.has(step))
}
