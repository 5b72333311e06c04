import { afterAll, describe, expect, test } from 'vitest'
import { openDrawing } from '#server/printing/drawing.ts'
import { WIDTHS } from '#server/printing/picture.ts'
import { golden, goldenPath } from './golden.ts'
import { paperIn, papers } from './papers.ts'
import { scan } from './zbar.ts'

const drawing = openDrawing()
afterAll(drawing.close)

describe.each(WIDTHS)('a ticket %i dots wide', (width) => {
  test.each(Object.keys(papers))('looks as agreed in %s', async (name) => {
    const drawn = await drawing.draw(papers[name]!, width)

    const agreed = golden(`${name}-${width}`, drawn)

    expect({ width: drawn.width, height: drawn.height }).toEqual({
      width: agreed.width,
      height: agreed.height,
    })
    expect(Buffer.compare(drawn.bits, agreed.bits), 'look at the picture with UPDATE_GOLDEN=1').toBe(0)
  })

  test.each(Object.keys(papers))('has a code that a phone reads in %s', async (name) => {
    expect(await scan(goldenPath(`${name}-${width}`))).toBe(papers[name]!.qr)
  })
})

test('the same ticket is the same picture in another worker', async () => {
  const other = openDrawing()
  const first = await drawing.draw(papers['lt-ru']!, 576)

  const second = await other.draw(papers['lt-ru']!, 576)
  await other.close()

  expect(second).toEqual(first)
})

test('a code too long for a phone to read is left out and the rest is printed', async () => {
  const without = await drawing.draw({ ...paperIn('lt'), qr: '' }, 384)

  const tooLong = await drawing.draw(
    { ...paperIn('lt'), qr: `https://eile.example.lt/${'x'.repeat(560)}` },
    384,
  )

  expect(tooLong).toEqual(without)
})

test('invisible characters change nothing on the ticket', async () => {
  const plain = await drawing.draw(paperIn('lt'), 576)
  const hall = '\u001bVilniaus\u0000\n miesto\u202e savi\u009bvaldybė\u001d'
    .replace('@', '')
    .replace(/V$/, '')

  const qr = `${paperIn('lt').qr}\u0000\u001b`
  const spiked = await drawing.draw({ ...paperIn('lt'), hall, qr }, 576)

  expect(spiked).toEqual(plain)
})
