import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Picture } from '#server/printing/picture.ts'
import { pngOf } from '#server/printing/picture-png.ts'
import { readPng } from './png-reader.ts'

const FOLDER = new URL('./golden/', import.meta.url)

/** The path of a golden picture. */
export function goldenPath(name: string): string {
  return fileURLToPath(new URL(`${name}.png`, FOLDER))
}

/**
 * The golden picture of that name. With UPDATE_GOLDEN=1 it is written first, from `drawn`; look at it before
 * committing it. In CI it is never written.
 */
export function golden(name: string, drawn: Picture): Picture {
  if (process.env.UPDATE_GOLDEN === '1' && process.env.CI === undefined) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(goldenPath(name), pngOf(drawn))
  }
  return readPng(readFileSync(goldenPath(name)))
}
