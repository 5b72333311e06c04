import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { layOut } from './layout.ts'
import type { Cut, Layout, Mark, Measure } from './layout.ts'
import { cleanPaper } from './paper.ts'
import type { Paper } from './paper.ts'
import { pictureOf } from './picture.ts'
import type { Picture, WidthDots } from './picture.ts'

const FONT_FILES: Readonly<Record<Cut, string>> = {
  regular: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
}

/** Makes the ticket's fonts known to the drawing library. Throws when a font file is missing. */
export function loadFonts(): void {
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'))
  for (const [cut, file] of Object.entries(FONT_FILES)) {
    const path = join(folder, 'ttf', file)
    if (GlobalFonts.registerFromPath(path, `ticket-${cut}`) === null)
      throw new Error(`cannot load font ${path}`)
  }
}

/** The ticket as a picture `widthDots` wide. The same paper gives the same bits each time. Fonts must be loaded. */
export function paint(paper: Paper, widthDots: WidthDots): Picture {
  const layout = layOut(cleanPaper(paper), widthDots, measureWith(createCanvas(1, 1).getContext('2d')))
  const context = createCanvas(layout.width, layout.height).getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, layout.width, layout.height)
  for (const mark of layout.marks) paintMark(context, mark)
  return pictureOf(layout.width, layout.height, pixelsOf(context, layout))
}

function pixelsOf(context: SKRSContext2D, layout: Layout): Uint8ClampedArray {
  return context.getImageData(0, 0, layout.width, layout.height).data
}

function measureWith(context: SKRSContext2D): Measure {
  return (text, cut, size) => {
    context.font = font(cut, size)
    const ink = context.measureText(text)
    return {
      left: ink.actualBoundingBoxLeft,
      right: Math.max(ink.actualBoundingBoxRight, ink.width),
      ascent: ink.actualBoundingBoxAscent,
      descent: ink.actualBoundingBoxDescent,
    }
  }
}

function paintMark(context: SKRSContext2D, mark: Mark): void {
  context.fillStyle = mark.kind === 'text' && mark.white ? 'white' : 'black'
  switch (mark.kind) {
    case 'text':
      context.font = font(mark.cut, mark.size)
      context.fillText(mark.text, mark.x, mark.baseline)
      return
    case 'bar':
      context.fillRect(mark.x, mark.y, mark.width, mark.height)
      return
    case 'code':
      for (const [row, modules] of mark.code.modules.entries()) {
        for (const [column, black] of modules.entries()) {
          const side = mark.code.dotsPerModule
          if (black) context.fillRect(mark.x + column * side, Math.round(mark.y) + row * side, side, side)
        }
      }
  }
}

function font(cut: Cut, size: number): string {
  return `${size}px ticket-${cut}`
}
