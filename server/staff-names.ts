/** In characters. */
export const usernameLengths = { min: 3, max: 30 } as const
export const passwordLengths = { min: 10, max: 128 } as const

/** User names are the same whatever their case. */
export function normalUsername(name: string): string {
  return name.toLowerCase()
}

/** Latin letters, digits, dot, dash and underscore: what can be typed on any keyboard. */
export function isUsername(name: string): boolean {
  const { min, max } = usernameLengths
  return name.length >= min && name.length <= max && /^[a-zA-Z0-9._-]+$/.test(name)
}

/** Long enough, and not the user name once more. */
export function isPassword(password: string, username: string): boolean {
  const { min, max } = passwordLengths
  return password.length >= min && password.length <= max && password.toLowerCase() !== username.toLowerCase()
}
