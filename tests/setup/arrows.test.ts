import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brokenArrows, house } from './arrows.ts'
import { readSources } from './imports.ts'

const root = new URL('../../', import.meta.url)

/** Made on the machine and ignored by git. */
const made = ['node_modules', 'build', 'data']

test('the sources keep to the arrows of the house', () => {
  const sources = readSources(root, house)
  expect(sources.size).toBeGreaterThan(20)
  expect(brokenArrows(sources)).toEqual([])
})

test('there is no top-level folder but those of the house', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const named = folders
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith('.') && !made.includes(name))
  expect(named.filter((name) => !house.includes(name))).toEqual([])
})

const broken: [what: string, path: string, code: string][] = [
  ['a surface imports another', 'kiosk/a.ts', "import { b } from '#display/b.ts'"],
  ['a surface imports the server', 'counter/a.ts', "import type { B } from '#server/b.ts'"],
  ['shared imports a surface', 'shared/a.ts', "export { b } from '#kiosk/b.ts'"],
  ['shared imports the server', 'shared/messages/a.ts', "import '#server/b.ts'"],
  ['the server imports a surface outside its routes', 'server/a.ts', "await import('#display/b.ts')"],
  ['a relative import leaves its top folder', 'server/a.ts', "import { b } from '../shared/b.ts'"],
  ['a test leaves its top folder', 'tests/rules/a.ts', "import { b } from '../../shared/b.ts'"],
  ['the rules import the protocol', 'shared/queue/a.ts', "import type { B } from '#shared/protocol/b.ts'"],
  ['the rules import a package', 'shared/queue/a.ts', "import { Temporal } from 'temporal-polyfill'"],
  ['the rules import a part of Node', 'shared/queue/calendar.ts', "import { hash } from 'node:crypto'"],
  ['the voice imports what is written', 'shared/voice/a.ts', "import type { B } from '../messages/b.ts'"],
  ['the voice imports what a rule does', 'shared/voice/a.ts', "import { b } from '../queue/b.ts'"],
  ['the voice imports a package', 'shared/voice/a.ts', "import { b } from 'n2words'"],
  ['zod is used outside the protocol', 'shared/messages/a.ts', "import * as z from 'zod/mini'"],
  [
    'a component imports zod',
    'kiosk/A.svelte',
    '<script lang="ts">\n  import { z } from \'zod\'\n</script>\n<p>a</p>',
  ],
]

for (const [what, path, code] of broken) {
  test(`it is found when ${what}`, () => {
    expect(brokenArrows(new Map([[path, code]]))).not.toEqual([])
  })
}

const schema: [string, string] = ['shared/protocol/b.ts', "import { z } from 'zod'\nexport type B = 1"]

test('it is found when a component brings zod along by way of the protocol', () => {
  const component = "<script>\n  import { b } from '#shared/protocol/b.ts'\n</script>"
  expect(brokenArrows(new Map([['shared/ui/A.svelte', component], schema]))).toEqual([
    'shared/ui/A.svelte -> shared/protocol/b.ts -> zod: this may not reach a browser',
  ])
})

test('it is found when a type is imported so that its module is loaded all the same', () => {
  const code = "import { type B } from '#shared/protocol/b.ts'"
  expect(brokenArrows(new Map([['kiosk/a.ts', code], schema]))).not.toEqual([])
})

test('it is found when a page brings along the rest of the server', () => {
  expect(brokenArrows(new Map([['server/routes/+page.ts', "import { b } from '#server/b.ts'"]]))).not.toEqual(
    [],
  )
})

const kept: [what: string, path: string, code: string][] = [
  [
    'a surface imports a type of the protocol',
    'kiosk/a.ts',
    "import type { B } from '#shared/protocol/b.ts'",
  ],
  ['a page mounts a surface', 'server/routes/+page.ts', "import A from '#kiosk/A.svelte'"],
  [
    'the calendar imports Temporal',
    'shared/queue/calendar.ts',
    "import { Temporal } from 'temporal-polyfill'",
  ],
  ['the voice imports a type of the queue', 'shared/voice/a.ts', "import type { B } from '../queue/b.ts'"],
  ['the server parses', 'server/a.ts', "import { z } from 'zod'\nimport { b } from '#shared/protocol/b.ts'"],
]

for (const [what, path, code] of kept) {
  test(`nothing is found when ${what}`, () => {
    expect(brokenArrows(new Map([[path, code], schema]))).toEqual([])
  })
}
