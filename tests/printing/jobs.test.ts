import { afterAll, expect, onTestFinished, test } from 'vitest'
import { openDrawing } from '#server/printing/drawing.ts'
import { previewShelf } from '#server/printing/preview-shelf.ts'
import { openPrinter } from '#server/printing/printer.ts'
import { printerAt } from './open-printer.ts'
import { paperIn } from './papers.ts'
import { readPng } from './png-reader.ts'

const { draw, close } = openDrawing()
afterAll(close)

const paper = paperIn('lt')
const copy = { ...paper, copy: 'KOPIJA' }

function openPreview(keep?: number) {
  const shelf = previewShelf(keep)
  let time = 0
  const parts = { draw, shelf, now: () => (time += 1_000) }
  const printer = openPrinter('preview:', { widthDots: 384 }, parts)
  onTestFinished(printer.close)
  return { printer, shelf }
}

test('a ticket asked for twice is printed once', async () => {
  const { printer, shelf } = openPreview()

  const both = await Promise.all([printer.print({ key: 't1', paper }), printer.print({ key: 't1', paper })])
  const later = await printer.print({ key: 't1', paper })

  expect([...both, later]).toEqual([{ outcome: 'printed' }, { outcome: 'printed' }, { outcome: 'printed' }])
  expect(shelf.list()).toHaveLength(1)
})

test('a copy is printed beside the original, and a double press gives one copy', async () => {
  const { printer, shelf } = openPreview()
  await printer.print({ key: 't1', paper })

  await Promise.all([printer.print({ key: 't1', paper: copy }), printer.print({ key: 't1', paper: copy })])
  expect(shelf.list()).toHaveLength(2)

  await printer.print({ key: 't1', paper: copy })
  expect(shelf.list()).toHaveLength(3)
})

test('the preview keeps the last tickets, newest first, as the pictures that a printer would get', async () => {
  const { printer, shelf } = openPreview(2)

  for (const label of ['A1', 'A2', 'A3']) await printer.print({ key: label, paper: { ...paper, label } })

  expect(shelf.list().map(({ key, label }) => [key, label])).toEqual([
    ['A3', 'A3'],
    ['A2', 'A2'],
  ])
  expect(readPng(shelf.list()[0]!.png)).toEqual(await draw({ ...paper, label: 'A3' }, 384))
  expect(shelf.list()[0]!.at).toBeGreaterThan(shelf.list()[1]!.at)
})

test('a ticket whose turn comes too late is not printed', async () => {
  const times = [0, 60_001]
  const printer = printerAt('preview:', draw, {}, () => times.shift() ?? 60_001)

  expect(await printer.print({ key: 't1', paper })).toEqual({ outcome: 'failed', reason: 'too-late' })
})

test('a printer being closed ends the ticket at hand and gives up those behind it', async () => {
  const begun = Promise.withResolvers<void>()
  const printer = printerAt('preview:', (...ticket) => {
    begun.resolve()
    return draw(...ticket)
  })
  const tickets = Promise.all(['t1', 't2'].map((key) => printer.print({ key, paper })))
  await begun.promise

  await printer.close()

  expect(await tickets).toEqual([{ outcome: 'printed' }, { outcome: 'failed', reason: 'closed' }])
})

test('an address that is none is refused at once', () => {
  expect(() => printerAt('lpt1', draw)).toThrow('is not the address of a printer')
})
