import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { openDrawing } from '#server/printing/drawing.ts'
import type { DrawingOptions } from '#server/printing/drawing.ts'
import { openPrinter } from '#server/printing/printer.ts'
import { previewShelf } from '#server/printing/preview-shelf.ts'
import { paperIn } from './papers.ts'

const brittle = new URL('./brittle-worker.ts', import.meta.url)

function open(options: DrawingOptions) {
  const drawing = openDrawing(options)
  onTestFinished(drawing.close)
  return drawing
}

test('a worker that dies takes its tickets with it and the next ticket gets a new one', async () => {
  const { draw } = open({ file: brittle })

  const lost = await Promise.allSettled([draw(labelled('EXIT'), 576), draw(labelled('A13'), 576)])

  expect(lost.map((ticket) => ticket.status)).toEqual(['rejected', 'rejected'])
  expect((await draw(labelled('A14'), 576)).width).toBe(576)
})

test('a worker that throws is replaced', async () => {
  const { draw } = open({ file: brittle })

  await expect(draw(labelled('THROW'), 576)).rejects.toThrow('the ink is dry')

  expect((await draw(labelled('A14'), 576)).width).toBe(576)
})

test('a worker that hangs is replaced after its limit', async () => {
  const { draw } = open({ file: brittle, limitMs: 2_000 })

  await expect(draw(labelled('HANG'), 576)).rejects.toThrow('no answer within 2000 ms')

  expect((await draw(labelled('A14'), 576)).width).toBe(576)
})

test('an idle worker is let go and the next ticket starts another', async () => {
  const drawing = open({ file: brittle, idleMs: 1 })
  await drawing.draw(labelled('A12'), 576)

  await expect.poll(() => drawing.isAwake()).toBe(false)

  // This worker says in the height how many tickets it has drawn.
  expect((await drawing.draw(labelled('A13'), 576)).height).toBe(1)
})

test('a server that has printed nothing has not loaded the drawing library', async () => {
  const look = `
    await import('#server/printing/printer.ts')
    await import('#server/printing/drawing.ts')
    console.log(process.report.getReport().sharedObjects.filter((path) => path.includes('canvas')).length)`

  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', look])

  expect(stdout.trim()).toBe('0')
})

test('a job that cannot be drawn fails as a value and can be printed again', async () => {
  const { draw } = open({ file: brittle })
  const printer = openPrinter('preview:', { widthDots: 576 }, { draw, shelf: previewShelf(), now: () => 0 })
  onTestFinished(printer.close)

  const failed = await printer.print({ key: 't1', paper: labelled('EXIT') })
  const again = await printer.print({ key: 't1', paper: labelled('A12') })

  expect(failed).toMatchObject({ outcome: 'failed', reason: 'not-drawn' })
  expect(again).toEqual({ outcome: 'printed' })
})

function labelled(label: string) {
  return { ...paperIn('lt'), label }
}
