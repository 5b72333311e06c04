import { type Language, languageOrder, texts } from '#shared/messages/text.ts'

import { storedChoice } from './stored-choice.ts'

const kept = storedChoice<Language>('eile-staff-language', ['lt', ...languageOrder])

/** The language in which this browser speaks to staff. */
export class StaffLanguage {
  language = $state(kept.read())
  readonly t = $derived(texts(this.language))

  choose(language: Language): void {
    this.language = language
    kept.write(language)
  }
}
