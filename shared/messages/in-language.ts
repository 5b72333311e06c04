import type { Language } from './text.ts'

/** What the hall calls something: in this language, else in Lithuanian, else in any that it has. */
export function inLanguage(name: Readonly<Partial<Record<string, string>>>, language: Language): string {
  return name[language] || name.lt || Object.values(name).find(Boolean) || ''
}
