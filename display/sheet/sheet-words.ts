import type { Untold } from './sheet.svelte.ts'

/** What a sheet says around its facts. */
export interface SheetWords {
  readonly title: string
  readonly print: string
  readonly untold: (why: Untold) => { readonly title: string; readonly help: string }
}
