import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createCanvas, loadImage } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'

const folder = join(import.meta.dirname, 'kept')

/** Another Chromium draws the edges of letters a little differently; a shifted line is far more than this. */
const mostDifferent = 0.003
const keep =
  'Look at it. If it is as it should be, keep it: KEEP_PICTURES=1 npm test -- tests/browser/pictures-kept.test.ts'

/**
 * Compares a screenshot (PNG) with the kept picture of that name, and throws if they differ. Where none is kept yet it
 * is written, and the test fails all the same: somebody has to have looked at it.
 */
export async function compareWithKept(name: string, shot: Buffer): Promise<void> {
  const path = join(folder, `${name}.png`)
  const isNew = !existsSync(path)
  if (isNew || process.env['KEEP_PICTURES'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, shot)
    if (isNew && process.env['KEEP_PICTURES'] !== '1')
      throw new Error(`No picture was kept yet: ${path}\n${keep}`)
    return
  }
  const [kept, now] = [await read(readFileSync(path)), await read(shot)]
  if (kept.width !== now.width || kept.height !== now.height)
    throw new Error(`${name} is ${now.width}x${now.height}, kept at ${kept.width}x${kept.height}\n${keep}`)

  const difference = createCanvas(now.width, now.height)
  const drawing = difference.getContext('2d')
  const marked = drawing.createImageData(now.width, now.height)
  const different = pixelmatch(kept.data, now.data, marked.data, now.width, now.height, { threshold: 0.15 })
  const ratio = different / (now.width * now.height)
  if (ratio <= mostDifferent) return

  drawing.putImageData(marked, 0, 0)
  const looked = mkdtempSync(join(tmpdir(), 'eile-kept-'))
  writeFileSync(join(looked, `${name}.png`), shot)
  writeFileSync(join(looked, `${name}-difference.png`), await difference.encode('png'))
  throw new Error(`${(ratio * 100).toFixed(2)} % of ${name} look different: ${looked}\n${keep}`)
}

async function read(png: Buffer) {
  const image = await loadImage(png)
  const drawing = createCanvas(image.width, image.height).getContext('2d')
  drawing.drawImage(image, 0, 0)
  return drawing.getImageData(0, 0, image.width, image.height)
}
