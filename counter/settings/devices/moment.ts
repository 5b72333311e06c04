import { clockTime, longDay } from '#shared/messages/time.ts'
import type { StaffSpeech } from '../../staff-speech.svelte.ts'

/** A time as the list of devices says it: with its day, if that is not today. */
export function moment(at: number, now: number, { language }: StaffSpeech, timeZone: string): string {
  const [day, today] = [at, now].map((one) => longDay(one, language, timeZone))
  const clock = clockTime(at, language, timeZone)
  return day === today ? clock : `${day}, ${clock}`
}
