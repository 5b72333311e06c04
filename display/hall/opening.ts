import type { Language, Translate } from '#shared/messages/text.ts'
import { clockTime, longDay } from '#shared/messages/time.ts'

/** When the hall opens next, with the day unless it is today. Times are epoch ms. */
export function opening(
  t: Translate,
  language: Language,
  opensAt: number,
  now: number,
  zone: string,
): string {
  const time = clockTime(opensAt, language, zone)
  const day = longDay(opensAt, language, zone)
  if (day === longDay(now, language, zone)) return t('display.opens', { time })
  return t('display.opensOn', { day, time })
}
