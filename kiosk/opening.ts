import { type Language, texts } from '#shared/messages/text.ts'
import { clockTime, longDay } from '#shared/messages/time.ts'

/** When the hall opens next, as people would say it; null if it is not known. Times are epoch ms. */
export function openingWords(
  opensAt: number | null,
  now: number,
  language: Language,
  zone: string,
): string | null {
  if (opensAt === null) return null
  const t = texts(language)
  const time = clockTime(opensAt, language, zone)
  const day = longDay(opensAt, language, zone)
  return day === longDay(now, language, zone)
    ? t('kiosk.closed.opens', { time })
    : t('kiosk.closed.opensOn', { day, time })
}
