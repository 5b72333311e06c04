import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { Acknowledgement } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { HelpView } from '#shared/protocol/views.ts'

/** Somebody who asks for a member of staff: a visitor at a kiosk, or a colleague at a counter, who may be told who comes. */
export type HelpCall = { readonly id: string; readonly name: string; readonly since: number } & (
  | { readonly from: 'kiosk' }
  | { readonly from: 'counter'; readonly label: string; readonly coming: string | null }
)

/**
 * The calls that somebody may go to: colleagues before kiosks, of each the longest first; then those to which somebody
 * goes. That of the own counter is not among them.
 */
export function helpCalls(
  { assistance, help }: Pick<HelpView, 'assistance' | 'help'>,
  ownCounter: string | null = null,
): readonly HelpCall[] {
  const bySince = (one: HelpCall, other: HelpCall) => one.since - other.since
  const colleagues = help
    .filter(({ counter }) => counter !== ownCounter)
    .map(({ counter, ...call }): HelpCall => ({ from: 'counter', id: counter, ...call }))
    .sort(bySince)
  const visitors = assistance
    .map(({ kiosk, ...call }): HelpCall => ({ from: 'kiosk', id: kiosk, ...call }))
    .sort(bySince)
  const isGoneTo = (call: HelpCall) => goesTo(call) !== null
  return [...colleagues.filter((call) => !isGoneTo(call)), ...visitors, ...colleagues.filter(isGoneTo)]
}

/** Who is on the way there; null while nobody is. */
export function goesTo(call: HelpCall): string | null {
  return call.from === 'counter' ? call.coming : null
}

/** One call and no other, also of the same place later. */
export function callId({ from, id, since }: HelpCall): string {
  return `${from} ${id} ${since}`
}

export function helpText(t: StaffTranslate, call: HelpCall): string {
  if (call.from === 'kiosk') return t('desk.assistance.asked', { kiosk: call.name })
  const { label: counter, name, coming } = call
  return coming === null
    ? t('desk.help.asked', { name, counter })
    : t('desk.help.answered', { name: coming, counter })
}

/** The same in few words, for who knows the hall. */
export function helpTitle(t: StaffTranslate, call: HelpCall): string {
  if (call.from === 'kiosk') return t('desk.assistance.title', { kiosk: call.name })
  const { label: counter, coming } = call
  return coming === null
    ? t('desk.help.title', { counter })
    : t('desk.help.answered.title', { name: coming, counter })
}

/** What sends for a page. One that says itself what was refused answers only whether it was. */
export interface Sender {
  send<N extends UpName>(name: N, fields: UpFields<N>): Promise<Acknowledgement | boolean>
}

/** Says that whoever is at this page goes. Why not, if that is for the caller to say. */
export async function goTo(call: HelpCall, sender: Sender): Promise<ErrorCode | null> {
  const answer = await (call.from === 'kiosk'
    ? sender.send('assistance:answer', { kiosk: call.id })
    : sender.send('help:answer', { counter: call.id }))
  return typeof answer === 'object' && !answer.ok ? answer.error.code : null
}
