import { onTestFinished } from 'vitest'
import type { Draw } from '#server/printing/drawing.ts'
import { previewShelf } from '#server/printing/preview-shelf.ts'
import { openPrinter } from '#server/printing/printer.ts'
import type { Printer, PrinterOptions } from '#server/printing/printer.ts'

/** A printer that is closed with the test and asked for its state only when the test asks. */
export function printerAt(
  url: string,
  draw: Draw,
  options: Partial<PrinterOptions> = {},
  now = () => 0,
): Printer {
  const printer = openPrinter(
    url,
    { widthDots: 384, pollMs: 0, anyFile: true, ...options },
    { draw, shelf: previewShelf(), now },
  )
  onTestFinished(printer.close)
  return printer
}
