import type { Promised } from '../queue/promise.ts'
import type { Translate } from './text.ts'

/** A range of minutes as people say it; no line ends within it. */
export function rangeText(t: Translate<'promise.minutes'>, { low, high }: Promised): string {
  return t('promise.minutes', { low, high }).replace('–', '–\u2060')
}

/** How long a visitor will wait, or still waits, as a line of its own. */
export function waitText(
  t: Translate,
  range: Promised,
  key: 'promise.wait' | 'promise.left' = 'promise.wait',
): string {
  return t(key, { wait: rangeText(t, range) })
}
