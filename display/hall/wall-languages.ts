import type { Language } from '#shared/messages/text.ts'

/**
 * On a wall: Lithuanian, and under it the hall's first other language. A third would be too small to read from afar, and
 * languages in turn would be one more thing that moves.
 */
export function wallLanguages(languages: readonly Language[] = []): readonly Language[] {
  return ['lt', ...languages.filter((one) => one !== 'lt').slice(0, 1)]
}
