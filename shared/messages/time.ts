import { type Language, languages } from './text.ts'

/** `at` in epoch ms as the clock on the wall says it in that zone: 10:31. Without a zone, in the machine's own. */
export function clockTime(at: number, language: Language, zone?: string): string {
  return format(at, language, { hour: '2-digit', minute: '2-digit', timeZone: zone })
}

/** `at` in epoch ms as a day people would name: Monday 24 November, in each language's own form. */
export function longDay(at: number, language: Language, zone?: string): string {
  return format(at, language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
}

/** A running timer: 0:07, 12:40, 1:02:05. What is negative counts as nothing. */
export function timer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** One takes a browser as long to make as a row of the page: clocks say the time each second. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(at: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([language, options])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(languages[language].locale, options)
  formats.set(key, made)
  return made.format(at)
}
