import { texts, type Language } from './text.ts'
import { clockTime, longDay } from './time.ts'

/** When the hall opens next, as people would say it, with the day unless it is today. Times are epoch ms. */
export function openingWords(opensAt: number, now: number, language: Language, zone: string): string {
  const t = texts(language)
  const time = clockTime(opensAt, language, zone)
  const day = longDay(opensAt, language, zone)
  const isToday = day === longDay(now, language, zone)
  return isToday ? t('hall.opens', { time }) : t('hall.opensOn', { day, time })
}
