import { afterAll, expect, test } from 'vitest'
import { openDrawing } from '#server/printing/drawing.ts'
import type { Draw } from '#server/printing/drawing.ts'
import { pictureFrom } from './escpos-reader.ts'
import { printerAt } from './open-printer.ts'
import { paperIn } from './papers.ts'
import { COVER_OPEN, CUTTER_STUCK, PAPER_OUT, READY, simulatePrinter } from './printer-simulator.ts'

const { draw, close } = openDrawing()
afterAll(close)

const paper = paperIn('lt')
const job = { key: 't1', paper }

test('a ready printer confirms the ticket, which is whole', async () => {
  await using simulator = await simulatePrinter()
  const printer = printerAt(simulator.url, draw)

  expect(await printer.print(job)).toEqual({ outcome: 'printed' })

  expect(printer.state).toBe('ready')
  expect(simulator.tickets.map(pictureFrom)).toEqual([await draw(paper, 384)])
})

test.each([
  ['paper-out', PAPER_OUT],
  ['cover-open', COVER_OPEN],
  ['error', CUTTER_STUCK],
] as const)(
  'nothing is sent to a printer that says %s, and it prints once that is over',
  async (state, answers) => {
    await using simulator = await simulatePrinter({ answers })
    const printer = printerAt(simulator.url, draw)
    const states: string[] = []
    printer.onState((seen) => states.push(seen))

    expect(await printer.print(job)).toEqual({ outcome: 'failed', reason: state })
    expect(simulator.tickets).toEqual([])

    simulator.behaviour.answers = READY
    expect(await printer.print(job)).toEqual({ outcome: 'printed' })
    expect(states).toEqual([state, 'ready'])
    expect(simulator.tickets).toHaveLength(1)
  },
)

test('a printer without a back-channel gets the whole ticket, and nobody claims that it printed', async () => {
  await using simulator = await simulatePrinter({ answers: null })
  const printer = printerAt(simulator.url, draw, { answerMs: 50 })

  expect(await printer.print(job)).toEqual({ outcome: 'sent' })

  expect(printer.state).toBe('unverifiable')
  expect(simulator.tickets.map(pictureFrom)).toEqual([await draw(paper, 384)])
  expect(simulator.questionsTaken).toBe(0)
})

test('a printer that tells its state but never confirms is waited for only once', async () => {
  await using simulator = await simulatePrinter({ confirms: false })
  const printer = printerAt(simulator.url, draw, { answerMs: 600, confirmMs: 600 })

  expect(await printer.print(job)).toEqual({ outcome: 'sent' })
  expect(await printer.print({ key: 't2', paper })).toEqual({ outcome: 'sent' })

  expect(simulator.questionsTaken).toBe(1)
  expect(simulator.tickets).toHaveLength(2)
})

test('what a printer says unasked does not pass for an answer', async () => {
  const asb = [0x10, 0x00, 0x00, 0x0f]
  await using simulator = await simulatePrinter({ chatter: [0x11, ...asb, 0x13, 0x37, 0x22, 0x31, 0x00] })
  const printer = printerAt(simulator.url, draw)

  expect(await printer.print(job)).toEqual({ outcome: 'printed' })
})

test('a printer that is not there loses nothing but the paper', async () => {
  const simulator = await simulatePrinter()
  await simulator[Symbol.asyncDispose]()
  const printer = printerAt(simulator.url, draw)

  expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })
  expect(printer.state).toBe('offline')
})

test('a printer busy with somebody else hangs up, and the ticket may be tried again', async () => {
  await using simulator = await simulatePrinter({ refuses: true })
  const printer = printerAt(simulator.url, draw)

  expect(await printer.print(job)).toMatchObject({ outcome: 'failed', reason: 'offline' })

  simulator.behaviour.refuses = false
  expect(await printer.print(job)).toEqual({ outcome: 'printed' })
})

test.each([
  ['resets the line', (socket: { resetAndDestroy(): void }) => socket.resetAndDestroy()],
  ['hangs up', (socket: { destroy(): void }) => socket.destroy()],
])('a ticket during which the printer %s is unknown and never sent again', async (_what, midTicket) => {
  await using simulator = await simulatePrinter({ midTicket })
  const printer = printerAt(simulator.url, draw)

  expect(await printer.print(job)).toMatchObject({ outcome: 'unknown', reason: 'cut-off' })

  simulator.behaviour.midTicket = null
  expect(await printer.print(job)).toMatchObject({ outcome: 'unknown', reason: 'cut-off' })
  expect(simulator.tickets).toEqual([])
})

test('a line reset under a printer without a back-channel leaves the ticket unknown', async () => {
  await using simulator = await simulatePrinter({
    answers: null,
    midTicket: (socket) => socket.resetAndDestroy(),
  })
  const printer = printerAt(simulator.url, draw, { answerMs: 50 })

  expect(await printer.print(job)).toMatchObject({ outcome: 'unknown', reason: 'cut-off' })
})

test('paper that ends during a ticket makes it unknown, with the reason', async () => {
  await using simulator = await simulatePrinter({
    confirms: false,
    midTicket: (_socket, behaviour) => {
      behaviour.answers = PAPER_OUT
    },
  })
  const printer = printerAt(simulator.url, draw, { answerMs: 600 })

  expect(await printer.print(job)).toEqual({ outcome: 'unknown', reason: 'paper-out' })
  expect(printer.state).toBe('paper-out')
})

test('a printer that complains by itself during a ticket is believed', async () => {
  await using simulator = await simulatePrinter({
    confirms: false,
    midTicket: (socket) => socket.write(Uint8Array.of(0x38, 0x00, 0x00, 0x00)),
  })
  const printer = printerAt(simulator.url, draw, { answerMs: 600 })

  expect(await printer.print(job)).toEqual({ outcome: 'unknown', reason: 'cover-open' })
})

test('a printer that falls silent during a ticket leaves it unknown', async () => {
  await using simulator = await simulatePrinter({
    confirms: false,
    midTicket: (_socket, behaviour) => {
      behaviour.answers = null
    },
  })
  const printer = printerAt(simulator.url, draw, { answerMs: 500, confirmMs: 500 })

  expect(await printer.print(job)).toEqual({ outcome: 'unknown', reason: 'not-confirmed' })
})

test('jobs given at once go one after another over one line at a time', async () => {
  await using simulator = await simulatePrinter()
  const labels = ['A1', 'A2', 'A3']
  const pictures = await Promise.all(labels.map((label) => draw({ ...paper, label }, 384)))
  const drawn: Draw = async ({ label }) => pictures[labels.indexOf(label)]! // all at the same time
  const printer = printerAt(simulator.url, drawn)

  const outcomes = await Promise.all(
    labels.map((label) => printer.print({ key: label, paper: { ...paper, label } })),
  )

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['printed', 'printed', 'printed'])
  expect(simulator.mostAtOnce).toBe(1)
  expect(simulator.tickets.map(pictureFrom)).toEqual(pictures)
})

test('the state is asked for without printing', async () => {
  await using simulator = await simulatePrinter({ answers: PAPER_OUT })
  const printer = printerAt(simulator.url, draw)

  expect(await printer.check()).toBe('paper-out')

  simulator.behaviour.answers = READY
  expect(await printer.check()).toBe('ready')
  expect(simulator.tickets).toEqual([])
})

test('an idle printer is looked at by itself', async () => {
  await using simulator = await simulatePrinter()
  const printer = printerAt(simulator.url, draw, { pollMs: 5 })

  await new Promise<void>((resolve) => printer.onState((state) => state === 'ready' && resolve()))
  simulator.behaviour.answers = COVER_OPEN
  const seen = await new Promise((resolve) => printer.onState(resolve))

  expect(seen).toBe('cover-open')
})
