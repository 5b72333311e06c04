import { createSubscriber } from 'svelte/reactivity'

import type { Language } from '../queue/config.ts'
import type { Message } from './message.ts'
import lt from './public/lt.json' with { type: 'json' }

export type TextKey = keyof typeof lt
export type Messages = Readonly<Record<TextKey, Message>>

/** Lithuanian is part of every page; the others are loaded when they are needed. */
const others: Readonly<Record<Exclude<Language, 'lt'>, () => Promise<{ readonly default: Messages }>>> = {
  en: () => import('./public/en.json', { with: { type: 'json' } }),
  ru: () => import('./public/ru.json', { with: { type: 'json' } }),
  pl: () => import('./public/pl.json', { with: { type: 'json' } }),
  uk: () => import('./public/uk.json', { with: { type: 'json' } }),
}

const here = new Map<Language, Messages>([['lt', lt]])
const coming = new Map<Language, Promise<void>>()
const watchers = new Set<() => void>()
const watch = createSubscriber((update) => {
  watchers.add(update)
  return () => watchers.delete(update)
})

/** Whether texts of a public key exist: for codes that come from elsewhere. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(lt, key)
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
export function messagesIn(language: Language): Messages {
  return here.get(language) ?? lt
}

/** Has the texts of these languages here. One that cannot be had now is left out, and tried again when it is needed. */
export async function loadLanguages(languages: readonly Language[]): Promise<void> {
  await Promise.all(languages.map((language) => coming.get(language) ?? load(language)))
}

function load(language: Language): Promise<void> {
  if (language === 'lt' || here.has(language)) return Promise.resolve()
  const loading = others[language]()
    .then(({ default: messages }) => {
      here.set(language, messages)
      for (const update of watchers) update()
    })
    .catch(() => {})
    .finally(() => coming.delete(language))
  coming.set(language, loading)
  return loading
}
