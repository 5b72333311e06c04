import type { Language } from './text.ts'

/** The languages of what hangs on the hall's wall, Lithuanian first. */
export type SheetLanguage = Extract<Language, 'lt' | 'en'>
export const sheetLanguages: readonly SheetLanguage[] = ['lt', 'en']
