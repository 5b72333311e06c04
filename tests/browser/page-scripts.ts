import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-core'

/** By address. */
export type Scripts = ReadonlyMap<string, string>

/**
 * The scripts without which a page does not start: those that it names, what they import, and the page for errors, which
 * SvelteKit has at hand from the start. What is imported later, when it is needed, is not among them.
 */
export async function scriptsOf(address: string): Promise<Scripts> {
  const scripts = new Map<string, string>()
  const found = matches(await textOf(address), /["'(]([^"'()\s]*_app\/immutable\/[\w./-]+\.js)/g)
  await addAll(scripts, found, address)
  const [entry] = [...scripts].filter(([url]) => url.includes('/entry/app.'))
  await addAll(
    scripts,
    matches(entry?.[1] ?? '', /["'`]([^"'`]*nodes\/1\.[\w-]+\.js)["'`]/g),
    entry?.[0] ?? '',
  )
  return scripts
}

/** Their sizes together, each gzipped by itself as it is served, in kB of 1000 bytes. */
export function kilobytes(scripts: Scripts): number {
  const sizes = [...scripts.values()].map((code) => gzipSync(code, { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000
}

/** Lets a page load no others. */
export async function allowOnly(page: Page, scripts: Scripts): Promise<void> {
  const allowed = new Set([...scripts.keys()].map((url) => new URL(url).pathname))
  await page.route('**/*.js', (route, request) =>
    // What may not come is not refused: a page that waits for it would never show.
    allowed.has(new URL(request.url()).pathname) ? route.continue() : undefined,
  )
}

async function addAll(scripts: Map<string, string>, names: readonly string[], from: string): Promise<void> {
  for (const name of names) {
    const url = new URL(name, from).href
    if (scripts.has(url)) continue
    const code = await textOf(url)
    scripts.set(url, code)
    await addAll(scripts, matches(code, /(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g), url)
  }
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} is not there: ${answer.status}`)
  return answer.text()
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name!)
}
