import type { DeskView } from '#shared/protocol/views.ts'

/** Somebody who asks for a member of staff: a visitor at a kiosk, or a colleague at a counter. */
export type HelpCall = { readonly id: string; readonly name: string; readonly since: number } & (
  { readonly from: 'kiosk' } | { readonly from: 'counter'; readonly label: string }
)

/** The calls that somebody at this desk may go to, the longest first; one's own is not among them. */
export function helpCalls({ me, assistance, help, shift }: DeskView): readonly HelpCall[] {
  if (!me.rights.includes('assistance:answer')) return []
  const others = help.filter(({ counter, coming }) => coming === null && counter !== shift?.counter)
  return [
    ...assistance.map(({ kiosk, name, since }) => ({ from: 'kiosk' as const, id: kiosk, name, since })),
    ...others.map(({ counter, label, name, since }) => ({
      from: 'counter' as const,
      id: counter,
      label,
      name,
      since,
    })),
  ].sort((one, other) => one.since - other.since)
}

/** One call and no other, also of the same place later. */
export function callId({ from, id, since }: HelpCall): string {
  return `${from} ${id} ${since}`
}
