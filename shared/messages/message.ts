import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { formatToParts, type Formats, type Formatters } from 'intl-messageformat'

/** A text in ICU's syntax, or the tree of it: built pages have trees, so that they need no parser. */
export type Message = string | MessageFormatElement[]

export type TextValues = Readonly<Record<string, string | number>>

const syntax = /[{}<']/

/** Whether a text says just what is written: most do, and need no formatter. */
export function isPlain(message: Message): message is string {
  return typeof message === 'string' && !syntax.test(message)
}

export function treeOf(message: Message): MessageFormatElement[] {
  return typeof message === 'string' ? parse(message) : message
}

/** Of all messages together: to ask what the machine knows of a language takes long on a slow one. */
const formatters: Formatters = {
  getNumberFormat: once(numberFormat),
  getPluralRules: once((locale) => new Intl.PluralRules(locale)),
  getDateTimeFormat: once((locale) => new Intl.DateTimeFormat(locale)),
}
const formats: Formats = { number: {}, date: {}, time: {} }

/** Throws if the message is not given one of its values. */
export function say(tree: MessageFormatElement[], locale: string, values?: TextValues): string {
  const parts = formatToParts(tree, locale, formatters, formats, values)
  return parts.map(({ value }) => String(value)).join('')
}

/**
 * Writes numbers as Intl does. A slow machine needs nearly a tenth of a second for the first of Intl's own, just when
 * a page has its first facts to show; and whole numbers below a thousand, as nearly all are, all languages write alike.
 */
function numberFormat(locale: string): Intl.NumberFormat {
  let intl: Intl.NumberFormat | undefined
  const format = (value: number) => {
    if (Number.isInteger(value) && value >= 0 && value < 1_000) return String(value)
    intl ??= new Intl.NumberFormat(locale)
    return intl.format(value)
  }
  return { format } as Intl.NumberFormat
}

function once<Made>(make: (locale: string) => Made): (locales?: string | readonly string[]) => Made {
  const made = new Map<string, Made>()
  return (locales) => {
    const locale = String(locales)
    const known = made.get(locale) ?? make(locale)
    made.set(locale, known)
    return known
  }
}
