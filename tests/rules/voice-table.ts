import type { Language } from '#shared/queue/config.ts'

export const voices: readonly Language[] = ['lt', 'en', 'ru', 'pl', 'uk']

/** The lines of a table such as `0 nulis, 1 vienas`: what is written, what is said. */
export function rowsOf(table: string): [written: string, said: string][] {
  return table
    .trim()
    .split(/,\s|\n\s*/)
    .map((row) => {
      const space = row.trim().indexOf(' ')
      return [row.trim().slice(0, space), row.trim().slice(space + 1)]
    })
}
