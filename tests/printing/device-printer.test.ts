import { execFileSync } from 'node:child_process'
import { constants, createReadStream, openSync } from 'node:fs'
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDrawing } from '#server/printing/drawing.ts'
import { pictureFrom, readCommands } from './escpos-reader.ts'
import { printerAt } from './open-printer.ts'
import { paperIn } from './papers.ts'

const { draw, close } = openDrawing()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printer-'))
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true })
})

const paper = paperIn('lt')
const job = { key: 't1', paper }

test('a plain file collects the tickets', async () => {
  const path = join(folder, 'tickets.bin')
  await writeFile(path, '')
  const printer = printerAt(`file://${path}`, draw)

  expect(await printer.print(job)).toEqual({ outcome: 'sent' })
  expect(await printer.print({ key: 't2', paper })).toEqual({ outcome: 'sent' })

  const { commands } = readCommands(await readFile(path))
  expect(commands.filter((command) => command.name === 'cut')).toHaveLength(2)
  const ticket = commands.slice(0, commands.findIndex((command) => command.name === 'cut') + 1)
  expect(pictureFrom(ticket)).toEqual(await draw(paper, 384))
})

test('a device that is not there is offline and does not become a file', async () => {
  const path = join(folder, 'lp0')
  const printer = printerAt(`file://${path}`, draw)

  expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })

  expect(printer.state).toBe('offline')
  await expect(stat(path)).rejects.toThrow('ENOENT')
})

test('a device that takes nothing fails without a byte sent', async () => {
  const printer = printerAt('file:///dev/full', draw, { answerMs: 50 })

  expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })
})

test('a device that answers nothing is sent the ticket and stays unverifiable', async () => {
  const printer = printerAt('file:///dev/null', draw, { answerMs: 50, anyFile: false })

  expect(await printer.print(job)).toEqual({ outcome: 'sent' })
  expect(printer.state).toBe('unverifiable')
})

test('what is named as a device and is none is not written to', async () => {
  const path = join(folder, 'not-a-printer')
  await writeFile(path, '')
  const handle = await open(path, 'r+')
  for (const named of [path, `/dev/fd/${handle.fd}`, `/proc/self/fd/${handle.fd}`]) {
    const printer = printerAt(`file://${named}`, draw, { anyFile: false })
    expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })
  }
  await handle.close()
  expect(await readFile(path)).toHaveLength(0)
})

test('a pipe nobody reads is offline, and one that is read gets the ticket', async () => {
  const path = pipe('read')
  const printer = printerAt(`file://${path}`, draw)
  expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })

  const reader = createReadStream('', { fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK) })
  expect(await printer.print(job)).toEqual({ outcome: 'sent' })

  const chunks: Buffer[] = []
  for await (const chunk of reader) chunks.push(chunk as Buffer)
  expect(pictureFrom(readCommands(Buffer.concat(chunks)).commands)).toEqual(await draw(paper, 384))
})

test('a device that stays busy fails when nothing went out and is unknown when something did', async () => {
  const path = pipe('full')
  const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK)
  const printer = printerAt(`file://${path}`, draw, { sendMs: 100 })
  await fill(handle)

  expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })

  await handle.read(Buffer.alloc(8_192), 0, 8_192, null)
  expect(await printer.print(job)).toMatchObject({ outcome: 'unknown', reason: 'cut-off' })
  await handle.close()
})

function pipe(name: string): string {
  const path = join(folder, name)
  execFileSync('mkfifo', [path])
  return path
}

async function fill(handle: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (;;) {
    try {
      await handle.write(Buffer.alloc(4_096))
    } catch {
      return
    }
  }
}
