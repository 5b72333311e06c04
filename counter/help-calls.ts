import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { HelpView } from '#shared/protocol/views.ts'

/** Somebody who asks for a member of staff: a visitor at a kiosk, or a colleague at a counter. */
export type HelpCall = { readonly id: string; readonly name: string; readonly since: number } & (
  { readonly from: 'kiosk' } | { readonly from: 'counter'; readonly label: string }
)

/** The calls that somebody may go to: colleagues before kiosks, of each the longest first; that of the own counter is not among them. */
export function helpCalls(
  { assistance, help }: Pick<HelpView, 'assistance' | 'help'>,
  ownCounter: string | null = null,
): readonly HelpCall[] {
  const bySince = (one: HelpCall, other: HelpCall) => one.since - other.since
  const colleagues = help
    .filter(({ counter, coming }) => coming === null && counter !== ownCounter)
    .map(({ counter, label, name, since }) => ({ from: 'counter' as const, id: counter, label, name, since }))
  const visitors = assistance.map(({ kiosk, name, since }) => ({
    from: 'kiosk' as const,
    id: kiosk,
    name,
    since,
  }))
  return [...colleagues.sort(bySince), ...visitors.sort(bySince)]
}

/** One call and no other, also of the same place later. */
export function callId({ from, id, since }: HelpCall): string {
  return `${from} ${id} ${since}`
}

export function helpText(t: StaffTranslate, call: HelpCall): string {
  return call.from === 'kiosk'
    ? t('desk.assistance.asked', { kiosk: call.name })
    : t('desk.help.asked', { name: call.name, counter: call.label })
}

/** The same in few words, for who knows the hall. */
export function helpTitle(t: StaffTranslate, call: HelpCall): string {
  return call.from === 'kiosk'
    ? t('desk.assistance.title', { kiosk: call.name })
    : t('desk.help.title', { counter: call.label })
}

/** What sends for a page. */
export interface Sender {
  send<N extends UpName>(name: N, fields: UpFields<N>): unknown
}

/** Says that whoever is at this page goes. */
export function goTo(call: HelpCall, sender: Sender): unknown {
  return call.from === 'kiosk'
    ? sender.send('assistance:answer', { kiosk: call.id })
    : sender.send('help:answer', { counter: call.id })
}
