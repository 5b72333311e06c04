import { ensureBuilt } from '#server/setup/build.mjs'

/** The browser's tests drive the built pages, as visitors do. */
export async function setup(): Promise<void> {
  await ensureBuilt()
}
