import type { Paper, PaperSection } from './paper.ts'
import type { WidthDots } from './picture.ts'
import type { QrCode } from './qr-code.ts'
import { qrCode } from './qr-code.ts'
import { typeScale } from './type-scale.ts'
import type { TypeScale } from './type-scale.ts'
import { wrap, wrapEvenly } from './wrap.ts'

export type Cut = 'regular' | 'bold'

/** The ink of a text in dots, measured from where the pen starts: `left` and `right` to the sides, `ascent` up. */
export interface Ink {
  readonly left: number
  readonly right: number
  readonly ascent: number
  readonly descent: number
}
export type Measure = (text: string, cut: Cut, size: number) => Ink

export type Mark =
  | { kind: 'text'; text: string; cut: Cut; size: number; x: number; baseline: number; white: boolean }
  | { kind: 'bar'; x: number; y: number; width: number; height: number }
  | { kind: 'code'; x: number; y: number; code: QrCode }

export interface Layout {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

const MARGIN = 4
const SMALLEST_LABEL = 48
/** A metre at 203 dpi: what does not fit on it is not a ticket. */
const LONGEST_TICKET = 8_000

interface Column {
  readonly x: number
  readonly width: number
}

/** Where everything on the ticket stands, one left edge for all of it. Expects a paper from `cleanPaper`. */
export function layOut(paper: Paper, widthDots: WidthDots, measure: Measure): Layout {
  const scale = typeScale(widthDots)
  const whole: Column = { x: MARGIN, width: widthDots - 2 * MARGIN }
  const marks: Mark[] = []
  let y = scale.space

  function text(words: string, cut: Cut, size: number, column = whole): void {
    for (const line of wrapEvenly(words, column.width, (part) => widthOf(measure(part, cut, size)))) {
      const x = column.x + Math.max(0, measure(line, cut, size).left)
      marks.push({
        kind: 'text',
        text: line,
        cut,
        size,
        x,
        baseline: y + Math.round(size * 0.95),
        white: false,
      })
      y += Math.round(size * 1.28)
    }
  }

  function rule(thickness: number): void {
    marks.push({ kind: 'bar', x: whole.x, y, width: whole.width, height: thickness })
    y += thickness
  }

  function label(): void {
    for (const part of labelParts(paper.label, whole.width, scale.label, measure)) {
      const ink = measure(part.text, 'bold', part.size)
      const baseline = y + Math.ceil(ink.ascent)
      const x = whole.x + ink.left // the ink, not the pen, meets the left edge
      marks.push({ kind: 'text', text: part.text, cut: 'bold', size: part.size, x, baseline, white: false })
      y = baseline + Math.ceil(ink.descent) + scale.space
    }
  }

  function copy(words: string): void {
    const padding = scale.space
    const inner: Column = { x: whole.x + padding, width: whole.width - 2 * padding }
    const first = marks.length
    const top = y
    y += Math.round(padding / 2)
    text(words, 'bold', scale.copy, inner)
    y += Math.round(padding / 2)
    const lines = marks.splice(first).map((mark) => (mark.kind === 'text' ? { ...mark, white: true } : mark))
    marks.push({ kind: 'bar', x: whole.x, y: top, width: whole.width, height: y - top }, ...lines)
    y += 2 * scale.space
  }

  function section(part: PaperSection): void {
    if (part.service !== '') {
      text(part.service, 'bold', scale.service)
      y += scale.space
    }
    for (const line of part.lines) text(line, 'regular', scale.line)
  }

  function code(): void {
    const square = qrCode(paper.qr, scale.code, whole.width)
    if (square === null && paper.qrCaption.length === 0) return
    y += scale.space
    const beside = square === null ? null : captionColumn(paper, scale, whole, square, measure)
    if (square === null || beside === null) {
      for (const line of paper.qrCaption) text(line, 'regular', scale.caption)
      if (square !== null) {
        marks.push({
          kind: 'code',
          x: whole.x + Math.floor((whole.width - square.side) / 2),
          y,
          code: square,
        })
        y += square.side
      }
      return
    }
    const top = y
    marks.push({ kind: 'code', x: whole.x + whole.width - square.side, y: top, code: square })
    y += 4 * square.dotsPerModule // level with the first black module
    for (const [index, line] of paper.qrCaption.entries()) {
      if (index > 0) y += scale.space
      text(line, 'regular', scale.caption, beside)
    }
    y = Math.max(y + scale.space, top + square.side)
  }

  if (paper.copy !== null) copy(paper.copy)
  if (paper.hall !== '') {
    text(paper.hall, 'regular', scale.hall)
    y += 3 * scale.space
  }
  if (paper.label !== '') {
    label()
    y += 3 * scale.space
  }
  for (const [index, part] of paper.sections.entries()) {
    if (index > 0) {
      y += 2 * scale.space
      rule(1)
      y += 2 * scale.space
    }
    section(part)
  }
  y += scale.space
  code()
  const last = [paper.issuedAt, ...paper.footer].filter((line) => line !== '')
  if (last.length > 0) {
    y += scale.space
    rule(2)
    y += scale.space
    for (const line of last) text(line, 'regular', scale.footer)
  }
  y += scale.space
  return { width: widthDots, height: Math.min(Math.ceil(y), LONGEST_TICKET), marks }
}

/** The room left of the code, or null when the caption's longest word would have to be broken there. */
function captionColumn(
  paper: Paper,
  scale: TypeScale,
  whole: Column,
  square: QrCode,
  measure: Measure,
): Column | null {
  const width = whole.width - square.side - scale.space
  const words = paper.qrCaption.flatMap((line) => line.split(' '))
  const longest = Math.max(0, ...words.map((word) => widthOf(measure(word, 'regular', scale.caption))))
  return longest <= width ? { x: whole.x, width } : null
}

/** The label in the largest type in which it fits on one line; one that is too long even in small type is broken. */
function labelParts(
  label: string,
  width: number,
  largest: number,
  measure: Measure,
): { text: string; size: number }[] {
  for (let size = largest; size >= SMALLEST_LABEL; size -= 2) {
    if (widthOf(measure(label, 'bold', size)) <= width) return [{ text: label, size }]
  }
  const widthAtSmallest = (text: string) => widthOf(measure(text, 'bold', SMALLEST_LABEL))
  return wrap(label, width, widthAtSmallest).map((text) => ({ text, size: SMALLEST_LABEL }))
}

function widthOf(ink: Ink): number {
  return Math.max(0, ink.left) + ink.right
}
