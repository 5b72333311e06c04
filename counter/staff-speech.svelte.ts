import { staffLanguages, staffTexts, type StaffLanguage } from '#shared/messages/staff.ts'

import { storedChoice } from './stored-choice.ts'

const kept = storedChoice<StaffLanguage>('eile-staff-language', staffLanguages)

/** The language in which this browser speaks to staff. */
export class StaffSpeech {
  language = $state(kept.read())
  readonly t = $derived(staffTexts(this.language))

  choose(language: StaffLanguage): void {
    this.language = language
    kept.write(language)
  }
}
