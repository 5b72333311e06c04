import type { Translate } from '#shared/messages/text.ts'
import type { VisitorReason } from '#shared/protocol/call-reason.ts'

/** Why a visitor is called; `clock` says a moment as the clock on the wall does. */
export function reasonText(
  t: Translate,
  { why, ...values }: VisitorReason,
  clock: (at: number) => string,
): string {
  return t(`phone.reason.${why}`, 'slot' in values ? { time: clock(values.slot) } : values)
}
