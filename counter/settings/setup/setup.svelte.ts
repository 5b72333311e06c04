import { passwordFaults } from '#shared/accounts/password.ts'
import { languageOrder, type Language } from '#shared/messages/text.ts'
import type { NewHall, SetupNeeds, SetupOrder } from '#shared/protocol/setup.ts'

import { ask } from '../ask.ts'
import { openWeek, usualWeek } from './week.ts'

type Face = 'checking' | 'failed' | 'no-link' | 'wrong-link' | 'done' | 'form'
/** Why what was sent did not set the hall up, if it is not a field's fault. */
type Failure = 'lost' | 'failed'

const faceOf: Readonly<Record<string, Face>> = {
  'setup/done': 'done',
  'setup/wrong-token': 'wrong-link',
  // Opened by another address than the link's.
  'credential/origin': 'wrong-link',
}

/** The first start as the person at the page meets it: is the link good, what is asked for, what was wrong. */
export class Setup {
  face = $state<Face>('checking')
  needs = $state.raw<SetupNeeds>({ needed: true, hall: true, administrator: true })
  sending = $state(false)
  failure = $state<Failure | null>(null)
  /** A code for each field that is wrong, by its path in the order. */
  faults = $state<Record<string, string>>({})

  administrator = $state({ name: '', username: '', password: '' })
  hall = $state({
    from: 'example' as NewHall['from'],
    name: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    languages: [...languageOrder] as Language[],
    week: usualWeek(),
  })

  readonly passwordFaults = $derived(passwordFaults(this.administrator.password, this.administrator.username))

  readonly #token: string | null
  readonly #onDone: () => void

  constructor(token: string | null, onDone: () => void) {
    this.#token = token
    this.#onDone = onDone
  }

  async check(): Promise<void> {
    this.face = 'checking'
    const needs = await ask<SetupNeeds>('GET', '/api/setup')
    if (!needs.ok) this.face = 'failed'
    else if (!needs.value.needed) this.face = 'done'
    else if (this.#token === null) this.face = 'no-link'
    else {
      this.needs = needs.value
      const link = await ask('POST', '/api/setup/link', { token: this.#token })
      this.face = link.ok ? 'form' : (faceOf[link.code] ?? 'failed')
    }
  }

  async send(): Promise<void> {
    if (this.sending) return
    this.sending = true
    this.failure = null
    this.faults = {}
    const sent = await ask('POST', '/api/setup', this.#order())
    this.sending = false
    if (sent.ok) this.#onDone()
    else if (sent.code === 'setup/invalid') this.faults = sent.details as Record<string, string>
    else if (sent.code === 'staff/username-taken') this.faults = { 'administrator.username': sent.code }
    else if (faceOf[sent.code]) this.face = faceOf[sent.code]!
    else this.failure = sent.code === 'line/lost' ? 'lost' : 'failed'
  }

  /** What is being mended is no longer called wrong. */
  mend(field: string): void {
    for (const path of Object.keys(this.faults)) {
      if (path === field || path.startsWith(`${field}.`)) delete this.faults[path]
    }
  }

  toggleLanguage(language: Language): void {
    const { languages } = this.hall
    this.hall.languages = languageOrder.filter(
      (one) => one === 'lt' || languages.includes(one) !== (one === language),
    )
  }

  #order(): SetupOrder {
    const { administrator, hall, needs } = this
    return {
      token: this.#token ?? '',
      ...(needs.administrator && { administrator: { ...administrator } }),
      ...(needs.hall && { hall: { ...hall, week: openWeek(hall.week) } }),
    }
  }
}
