import type { Told } from './operations.ts'
import { plain } from './past/hall-words.ts'

export function row(...fields: string[]): string {
  return fields.map(plain).join('\t')
}

export function yes(...lines: string[]): Told {
  return { ok: true, lines }
}

export function no(...lines: string[]): Told {
  return { ok: false, lines }
}

export function sentence({
  code,
  details,
}: {
  code: string
  details: Readonly<Record<string, string | number>>
}): string {
  const facts = Object.entries(details).map(([name, value]) => `${name} ${value}`)
  return facts.length === 0 ? code : `${code} (${facts.join(', ')})`
}

export function strings(
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(input).filter((entry) => typeof entry[1] === 'string')) as Record<
    string,
    string
  >
}
