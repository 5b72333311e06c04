import { createSubscriber } from 'svelte/reactivity'

import type { Language } from '../queue/config.ts'
import type callsLt from './calls/lt.json'
import type counterDisplayLt from './counter-display/lt.json'
import type kioskLt from './kiosk/lt.json'
import type { Message } from './message.ts'
import type paperLt from './paper/lt.json'
import type phoneLt from './phone/lt.json'
import lt from './public/lt.json' with { type: 'json' }
import type screenLt from './screen/lt.json'
import type summaryLt from './summary/lt.json'

/** All but the first are there only where their part was added. */
export type TextKey =
  | keyof typeof lt
  | keyof typeof kioskLt
  | keyof typeof paperLt
  | keyof typeof phoneLt
  | keyof typeof screenLt
  | keyof typeof counterDisplayLt
  | keyof typeof callsLt
  | keyof typeof summaryLt
type Texts = Readonly<Record<string, Message>>

/** Texts that come and go together: Lithuanian at once, the others when they are needed. */
export interface Part {
  readonly lt: Texts
  readonly others: Readonly<Record<Exclude<Language, 'lt'>, () => Promise<{ readonly default: Texts }>>>
}

const parts: Part[] = []
const here = new Map<Language, Texts>()
const coming = new Map<Language, Promise<void>>()
const watchers = new Set<() => void>()
const watch = createSubscriber((update) => {
  watchers.add(update)
  return () => watchers.delete(update)
})

addPart({
  lt,
  others: {
    en: () => import('./public/en.json', { with: { type: 'json' } }),
    ru: () => import('./public/ru.json', { with: { type: 'json' } }),
    pl: () => import('./public/pl.json', { with: { type: 'json' } }),
    uk: () => import('./public/uk.json', { with: { type: 'json' } }),
  },
})

/** What is here already in other languages is loaded anew, with it. */
export function addPart(part: Part): void {
  parts.push(part)
  const lithuanian = { ...here.get('lt'), ...part.lt }
  here.clear()
  here.set('lt', lithuanian)
}

/** Whether there are texts of a key here: for codes that come from elsewhere. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(messagesIn('lt'), key)
}

/**
 * The language itself if its texts are here, else Lithuanian: it is asked for then, and an effect that has read this runs
 * again when it has come.
 */
export function spoken(language: Language): Language {
  if (here.has(language)) return language
  watch()
  void loadLanguages([language])
  return 'lt'
}

/** What visitors read in a language, or in Lithuanian if its texts are not here. */
export function messagesIn(language: Language): Readonly<Record<TextKey, Message>> {
  return (here.get(language) ?? here.get('lt')) as Readonly<Record<TextKey, Message>>
}

/** Has the texts of these languages here. One that cannot be had now is left out, and tried again when it is needed. */
export async function loadLanguages(languages: readonly Language[]): Promise<void> {
  await Promise.all(languages.map((language) => coming.get(language) ?? load(language)))
}

function load(language: Language): Promise<void> {
  if (language === 'lt' || here.has(language)) return Promise.resolve()
  const loading = loadParts(language)
    .then((loaded) => {
      here.set(language, loaded)
      for (const update of watchers) update()
    })
    .catch(() => {})
    .finally(() => coming.delete(language))
  coming.set(language, loading)
  return loading
}

/** Of all parts, also of one that was added meanwhile. */
async function loadParts(language: Exclude<Language, 'lt'>): Promise<Texts> {
  const known = parts.length
  const loaded = await Promise.all(parts.map(({ others }) => others[language]()))
  if (parts.length > known) return loadParts(language)
  return Object.assign({}, ...loaded.map((one) => one.default)) as Texts
}
