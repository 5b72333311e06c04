import type { HallConfig, Language } from '#shared/queue/config.ts'

import type { VoiceSources } from './sources.ts'
import { wordsToRecord } from './words-to-record.ts'

/** The state of the voice for the operator, and by language what is recorded and what is not. */
export function voiceReport(
  { program, recordings }: VoiceSources,
  config: HallConfig | null,
  folder: string,
): string[] {
  const { languages = [], voice = null } = config ?? {}
  return [
    `speaks      ${voice?.speaks === false ? 'no: voice.speaks is false in the configuration' : 'yes'}`,
    `program     ${program.ok ? program.speaker.name : `missing: ${program.reason}; the hall works without`}`,
    `recordings  ${folder}`,
    ...recordings.faults.map((fault) => `  not used: ${fault}`),
    ...(config ? languages.flatMap((language) => linesOf(language, config)) : []),
  ]

  function linesOf(language: Language, hall: HallConfig): string[] {
    const names = recordings.names(language)
    const wanted = wordsToRecord(hall, language)
    const missing = wanted.filter((name) => !names.has(name))
    return [
      `${language}          ${wanted.length - missing.length} of ${wanted.length} recorded`,
      ...missing.map((name) => `  missing   ${language}/${name}.wav`),
    ]
  }
}
