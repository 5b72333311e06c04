import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { grounds } from '#shared/ui/brand.ts'
import LookPage from '#shared/ui/look/LookPage.svelte'

import { show } from './kiosk-screen.ts'

const folder = join(import.meta.dirname, '../../shared/ui')

/** A whole page each: they cannot stand in another. */
const pages = ['PairedDevice.svelte', 'Pairing.svelte', 'Surface.svelte']

test('the look page shows every shared component', () => {
  const { find } = show(LookPage, {})
  const files = readdirSync(folder).filter((name) => name.endsWith('.svelte') && !pages.includes(name))
  const shown = new Set([...find('main')!.querySelectorAll('*')].map(componentOf))
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((name) => !shown.has(name))).toEqual([])
})

test('a brand is measured against the grounds that the tokens have', () => {
  const tokens = readFileSync(join(folder, 'tokens.css'), 'utf8')
  for (const [name, light, dark] of [
    ['paper', grounds.light.paper, grounds.dark.paper],
    ['surface', grounds.light.surface, grounds.dark.surface],
    ['on-brand', grounds.light.onBrand, grounds.dark.onBrand],
  ])
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`)
})

/** The shared component that wrote an element, as Svelte notes it in development. */
function componentOf(element: Element): string | undefined {
  const { __svelte_meta: meta } = element as { __svelte_meta?: { loc: { file: string } } }
  return /shared\/ui\/([^/]+)$/.exec(meta?.loc.file ?? '')?.[1]
}
