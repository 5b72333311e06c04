import { inLanguage } from '#shared/messages/in-language.ts'
import { waitText } from '#shared/messages/promise.ts'
import { type Language, languages, type TextKey, texts } from '#shared/messages/text.ts'
import { clockTime } from '#shared/messages/time.ts'

import type { KioskService } from './choices.ts'
import type { ServiceInformation } from './screen.ts'

export interface Fact {
  readonly name: TextKey
  readonly lines: readonly string[]
}

/** What is known of a service, in the order in which a visitor asks. What is not known is left out. */
export function factsOf(
  service: KioskService,
  information: ServiceInformation | null,
  language: Language,
  zone: string,
): readonly Fact[] {
  const t = texts(language)
  const minutes = information?.minutes ?? null
  const facts: Fact[] = [
    { name: 'kiosk.info.queue', lines: queueOf(service, language, zone) },
    { name: 'kiosk.info.bring', lines: linesOf(information?.bring, language) },
    { name: 'kiosk.info.price', lines: linesOf(information?.price, language) },
    { name: 'kiosk.info.pay', lines: linesOf(information?.pay, language) },
    {
      name: 'kiosk.info.length',
      lines: minutes === null ? [] : [t('kiosk.info.minutes', { count: minutes })],
    },
  ]
  return facts.filter(({ lines }) => lines.length > 0)
}

/** How many wait and, where numbers are given now, how long it takes. */
function queueOf(service: KioskService, language: Language, zone: string): readonly string[] {
  if (service.closed === 'service/no-ticket') return []
  const t = texts(language)
  const waiting = t('people.waiting', { count: service.waiting })
  const wait = service.closed === null && service.promised ? [waitText(t, service.promised)] : []
  const last = lastNumbers(service, language, zone)
  return [waiting, ...wait, ...(last ? [last] : [])]
}

/** Until when numbers are given today and about how many, where the end is near; else empty. */
export function lastNumbers({ closed, lastTickets }: KioskService, language: Language, zone: string): string {
  if (closed !== null || lastTickets === null) return ''
  const { until, left } = lastTickets
  return texts(language)('kiosk.lastNumbers', { time: clockTime(until, language, zone), left })
}

/** The lines of a text in this language; none of a text that is empty. */
export function linesOf(
  text: ServiceInformation['about'] | undefined,
  language: Language,
): readonly string[] {
  const whole = text ? inLanguage(text, language) : ''
  return whole.split('\n').filter((line) => line.trim() !== '')
}

/** A date `YYYY-MM-DD` as people of the language write it, with its year. */
export function calendarDay(date: string, language: Language): string {
  const form = new Intl.DateTimeFormat(languages[language].locale, { dateStyle: 'long', timeZone: 'UTC' })
  return form.format(Date.parse(date))
}
