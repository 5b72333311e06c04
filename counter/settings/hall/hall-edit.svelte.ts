import { languageOrder, type Language } from '#shared/messages/text.ts'
import type { HallChange, HallSettings } from '#shared/protocol/hall-page.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { ask } from '../ask.ts'
import { DayHours } from './day-hours.svelte.ts'
import { datesTwice, draftOf, partOf, type HallDraft } from './draft.ts'

interface Refused {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** The hall's settings while somebody edits them. */
export class HallEdit {
  readonly draft = $state<HallDraft>()!
  sending = $state(false)
  saved = $state(false)
  /** A code for each place that is wrong, by its path in the configuration. */
  faults = $state<Record<string, string>>({})
  /** Why nothing was saved, if it is not a place's fault. */
  refused = $state.raw<Refused | null>(null)

  #stored = $state.raw<HallSettings>()!
  /** As it is stored, with what this page does not set. */
  readonly config: HallConfig = $derived(this.#stored.config)
  readonly #kept = $derived(JSON.stringify(partOf(draftOf(this.config))))
  readonly isChanged = $derived(JSON.stringify(partOf(this.draft)) !== this.#kept)

  constructor(settings: HallSettings) {
    this.#stored = settings
    this.draft = draftOf(settings.config)
  }

  async save(): Promise<void> {
    if (this.sending) return
    this.refused = null
    this.saved = false
    this.faults = Object.fromEntries(
      datesTwice(this.draft.otherDays).map((date) => [`hours.exceptions.${date}`, 'hall/date-twice']),
    )
    if (Object.keys(this.faults).length > 0) return
    this.sending = true
    const order: HallChange = { revision: this.#stored.revision, config: partOf(this.draft) }
    const sent = await ask<HallSettings>('PUT', '/api/hall', order)
    this.sending = false
    if (sent.ok) {
      this.#stored = sent.value
      this.saved = true
    } else if (sent.code === 'hall/invalid') this.faults = sent.details as Record<string, string>
    else this.refused = sent
  }

  /** The code of what is wrong at a place or within it. */
  faultAt(place: string): string | undefined {
    const path = Object.keys(this.faults).find((one) => one === place || one.startsWith(`${place}.`))
    return path === undefined ? undefined : this.faults[path]
  }

  /** What is being mended is no longer called wrong. */
  mend(place: string): void {
    for (const path of Object.keys(this.faults)) {
      if (path === place || path.startsWith(`${place}.`)) delete this.faults[path]
    }
  }

  toggleLanguage(language: Language): void {
    const { languages } = this.draft
    this.draft.languages = languageOrder.filter(
      (one) => one === 'lt' || languages.includes(one) !== (one === language),
    )
    // Every text of the hall may be short of it.
    this.faults = {}
  }

  /** No browser can draw it, whatever it looked like. */
  refuseLogo(): void {
    this.draft.logo = this.config.brand.logo
    this.faults['brand.logo'] = 'logo/not-a-picture'
  }

  addDay(): void {
    const key = Math.max(-1, ...this.draft.otherDays.map((one) => one.key)) + 1
    this.draft.otherDays.push({
      key,
      date: '',
      hours: new DayHours([]),
    })
  }

  removeDay(key: number): void {
    this.draft.otherDays = this.draft.otherDays.filter((one) => one.key !== key)
    this.mend('hours.exceptions')
  }
}
