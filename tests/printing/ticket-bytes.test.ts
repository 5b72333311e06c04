import { afterAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { openDrawing } from '#server/printing/drawing.ts'
import type { Paper } from '#server/printing/paper.ts'
import { pictureOf, WIDTHS } from '#server/printing/picture.ts'
import type { Picture } from '#server/printing/picture.ts'
import { ticketBytes } from '#server/printing/ticket-bytes.ts'
import { pictureFrom, readCommands } from './escpos-reader.ts'
import { paperIn, papers } from './papers.ts'

const drawing = openDrawing()
afterAll(drawing.close)

const options = { cut: 'partial', bandRows: 128 } as const

test.each(WIDTHS)('a printer of %i dots puts the very picture on paper', async (width) => {
  for (const paper of Object.values(papers)) {
    const picture = await drawing.draw(paper, width)

    const bytes = await ticketBytes(picture, options)

    const { commands, read } = readCommands(bytes)
    expect(read).toBe(bytes.length)
    expect(pictureFrom(commands)).toEqual(picture)
    expect(bytes.subarray(0, 4).toString('hex')).toBe('1b401c2e')
    expect(commands.at(-1)).toEqual({ name: 'cut' })
  }
})

test('bands are as tall as asked and the last one is the rest', async () => {
  const picture = await drawing.draw(paperIn('lt'), 384)

  const { commands } = readCommands(await ticketBytes(picture, { cut: 'partial', bandRows: 24 }))

  const rows = commands.filter((command) => command.name === 'band').map((band) => band.rows)
  expect(new Set(rows.slice(0, -1))).toEqual(new Set([24]))
  expect(rows.at(-1)).toBe(picture.height % 24 || 24)
})

test('a printer without a knife is fed instead of cut', async () => {
  const { commands } = readCommands(await ticketBytes(blank(8), { cut: 'none', bandRows: 128 }))

  expect(commands.map((command) => command.name)).toEqual([
    'initialize',
    'leave-chinese-mode',
    'band',
    'feed',
  ])
  expect(commands.at(-1)).toEqual({ name: 'feed', lines: 5 })
})

test('a picture whose bits do not match its size is refused', async () => {
  await expect(ticketBytes({ ...blank(8), height: 9 }, options)).rejects.toThrow('a picture of 72 x 9 bytes')
})

test('no pair of dots is a command that printers obey inside a picture', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0xff), { minLength: 8, maxLength: 64 }),
      (wanted) => {
        const picture = pictureOf(8, wanted.length, rgbaOf(wanted))

        expect(realTimeCommands(Buffer.from(picture.bits))).toBe(0)
        const changed = wanted.filter((byte, at) => byte !== picture.bits[at])
        expect(changed.every((byte) => byte === 0x10)).toBe(true)
      },
    ),
  )
})

test('transparent dots are white', () => {
  expect([...pictureOf(8, 1, new Uint8ClampedArray(32)).bits]).toEqual([0])
})

const anyWords = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 40 })
const anyText = fc.oneof(
  anyWords.map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 400 }),
)
const anyTexts = fc.array(anyText, { maxLength: 3 })
const anyPaper: fc.Arbitrary<Paper> = fc.record({
  hall: anyText,
  label: anyText,
  sections: fc.array(fc.record({ language: fc.constant('lt'), service: anyText, lines: anyTexts }), {
    maxLength: 3,
  }),
  issuedAt: anyText,
  qr: anyText,
  qrCaption: anyTexts,
  footer: anyTexts,
  copy: fc.option(anyText),
})

test('whatever the texts say, they are drawn within the margins and never become commands', async () => {
  await fc.assert(
    fc.asyncProperty(anyPaper, fc.constantFrom(...WIDTHS), async (paper, width) => {
      const picture = await drawing.draw(paper, width)

      expect(inkInMargins(picture)).toBe(false)
      const bytes = await ticketBytes(picture, options)
      const { commands, read } = readCommands(bytes)
      expect(read).toBe(bytes.length)
      expect(commands.map((command) => command.name).filter((name) => name !== 'band')).toEqual([
        'initialize',
        'leave-chinese-mode',
        'cut',
      ])
      expect(realTimeCommands(bytes)).toBe(0)
    }),
    { numRuns: 60, seed: 7, endOnFailure: true },
  )
}, 60_000)

function blank(height: number): Picture {
  return { width: 576, height, bytesPerRow: 72, bits: new Uint8Array(72 * height) }
}

/** Black and white dots, one row of eight for each byte. */
function rgbaOf(rows: readonly number[]): Uint8ClampedArray {
  const dots = rows.flatMap((row) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (row >> bit) & 1))
  return Uint8ClampedArray.from(
    dots.flatMap((black) => (black === 1 ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  )
}

function realTimeCommands(bytes: Buffer): number {
  return ['\x10\x04', '\x10\x05', '\x10\x14'].filter((pair) => bytes.includes(pair, 0, 'latin1')).length
}

/** Whether there is black in the outermost three dots of either side. */
function inkInMargins({ bits, bytesPerRow, height }: Picture): boolean {
  for (let y = 0; y < height; y += 1) {
    if ((bits[y * bytesPerRow]! & 0xe0) !== 0 || (bits[(y + 1) * bytesPerRow - 1]! & 0x07) !== 0) return true
  }
  return false
}
