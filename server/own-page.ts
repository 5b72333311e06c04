/** A page of ours: of a named origin, or of the very host that it asks. Not so what names no origin. */
export function isOwnPage(origins: readonly string[], headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return origins.includes(origin) || new URL(origin).host === headers.get('host')
}
