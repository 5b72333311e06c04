import type { PrinterLine } from './printer-line.ts'
import { stateOf, stateOfAutomatic } from './printer-state.ts'
import type { PrinterState } from './printer-state.ts'
import { statusReader } from './status-bytes.ts'
import type { StatusWord } from './status-bytes.ts'

/** GS r 1, answered in its turn: after everything before it was taken off the printer's buffer. */
export const ASK_TAKEN = Uint8Array.of(0x1d, 0x72, 0x01)

export interface PrinterTalk {
  /** true once the other end has hung up */
  readonly isOver: boolean
  /** what the printer said by itself about being unable to print, null when nothing */
  readonly complaint: PrinterState | null
  /** Asks how the printer is; 'unverifiable' when it does not answer. Rejects when the line is broken. */
  askState(): Promise<PrinterState>
  /** Asks the printer to tell when all before was taken; resolves on the answer and stays pending without one. */
  askTaken(): Promise<void>
}

/** Questions and answers over a line, one question at a time. */
export function talkOver(line: PrinterLine, answerMs: number): PrinterTalk {
  const read = statusReader()
  let isOver = false
  let complaint: PrinterState | null = null
  let onRealTime: (byte: number | null) => void = () => {}
  let onTaken: () => void = () => {}
  void line.ended.then(() => {
    isOver = true
    onRealTime(null)
  })
  line.onBytes((chunk) => read(chunk).forEach(hear))

  function hear(word: StatusWord): void {
    switch (word.kind) {
      case 'real-time':
        return onRealTime(word.byte)
      case 'taken':
        return onTaken()
      case 'automatic': {
        const state = stateOfAutomatic(word.bytes)
        complaint = state === 'ready' ? null : state
      }
    }
  }

  async function ask(subject: 1 | 2 | 3 | 4): Promise<number | null> {
    if (isOver) return null
    const answer = new Promise<number | null>((resolve) => {
      const limit = setTimeout(() => resolve(null), answerMs)
      onRealTime = (byte) => {
        clearTimeout(limit)
        resolve(byte)
      }
    })
    await line.write(Uint8Array.of(0x10, 0x04, subject)) // DLE EOT, acted on even by a printer that is offline
    return answer
  }

  return {
    get isOver() {
      return isOver
    },
    get complaint() {
      return complaint
    },
    async askState() {
      const printer = await ask(1)
      if (printer === null) return 'unverifiable'
      return stateOf({ printer, offline: await ask(2), error: await ask(3), paper: await ask(4) })
    },
    async askTaken() {
      const taken = new Promise<void>((resolve) => {
        onTaken = resolve
      })
      await line.write(ASK_TAKEN)
      return taken
    },
  }
}
