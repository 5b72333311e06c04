import { expect, test } from 'vitest'

import { boardMessages } from '#shared/messages/board.ts'
import { keptMessages } from '#shared/messages/kept.ts'
import { orderMessages } from '#shared/messages/order.ts'
import { ruleMessages } from '#shared/messages/rule.ts'
import { staffMessages } from '#shared/messages/staff.ts'
import { standardMessages } from '#shared/messages/standard.ts'
import { publicMessages } from '#tests/surfaces/public-messages.ts'

import { readSources } from './imports.ts'

const folders = ['kiosk', 'display', 'counter', 'server', 'shared']
const code = [...readSources(new URL('../../', import.meta.url), folders).values()].join('\n')

const literals = new Set(matches(/['"]([\w./:-]+)['"]/g))
/** `direction.${…}` says every text whose key begins so. */
const beginnings = matches(/`([a-z][\w./:-]*\.)\$\{/g)
/** `${…}.help` says, beside a text, the one that explains it. */
const endings = matches(/\$\{\w+\}(\.[\w.-]+)`/g)

const keys = new Set(
  Object.keys({
    ...publicMessages.lt,
    ...staffMessages.lt,
    ...orderMessages.lt,
    ...keptMessages.lt,
    ...ruleMessages.lt,
    ...boardMessages.lt,
    ...standardMessages.lt,
  }),
)

test('every text is said somewhere', () => {
  expect([...keys].filter((key) => !isSaid(key))).toEqual([])
})

test('a text that no page names counts as unsaid', () => {
  expect(isSaid('phone.title')).toBe(true)
  expect(isSaid('phone.no-such-text')).toBe(false)
})

test('only the kiosk, and staff who look at one, say what the kiosk alone is sent', () => {
  const theirs = /^(kiosk\/touchscreen|counter|shared\/ui\/look)\//
  const said = [...readSources(new URL('../../', import.meta.url), folders)]
    .filter(([path, source]) => !theirs.test(path) && /['"`]kiosk\.[a-z]/.test(source))
    .map(([path]) => path)
  expect(said).toEqual([])
})

function isSaid(key: string): boolean {
  return (
    literals.has(key) ||
    beginnings.some((beginning) => key.startsWith(beginning)) ||
    endings.some((ending) => key.endsWith(ending) && isText(key.slice(0, -ending.length)))
  )
}

function isText(key: string): boolean {
  return keys.has(key) && literals.has(key)
}

function matches(pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, found = '']) => found)
}
