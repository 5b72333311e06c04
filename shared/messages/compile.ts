import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

import { isPlain, type Message } from './message.ts'

/**
 * Gives built pages the trees of their texts in place of the texts, and the parser's own replacement for who has
 * no more to parse. Elsewhere, as in Node and in tests, texts are parsed when they are first said.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: {
      filter: { id: /^@formatjs\/icu-messageformat-parser$/ },
      handler(id, importer) {
        return this.resolve(`${id}/no-parser.js`, importer)
      },
    },
    transform: {
      filter: { id: /\/shared\/messages\/[\w-]+\/\w+\.json$/ },
      handler: (json) => JSON.stringify(compile(JSON.parse(json))),
    },
  }
}

function compile(messages: Readonly<Record<string, string>>): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [key, isPlain(text) ? text : parse(text)]),
  )
}
