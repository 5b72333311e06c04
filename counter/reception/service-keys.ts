/** The keys of the first services, in their order. They work only in the list itself (WCAG 2.1.4). */
export const serviceKeys = [...'1234567890QWERTYUIOP']

export function serviceAt(key: string): number {
  return serviceKeys.indexOf(key.toUpperCase())
}
