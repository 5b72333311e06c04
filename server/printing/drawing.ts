import { openWorkerRoom, type WorkerRoomOptions } from '../worker-room.ts'
import type { Paper } from './paper.ts'
import type { Picture, WidthDots } from './picture.ts'

/** Draws a ticket. Rejects when it cannot be drawn; the next call starts afresh. */
export type Draw = (paper: Paper, widthDots: WidthDots) => Promise<Picture>

export interface DrawRequest {
  readonly paper: Paper
  readonly widthDots: WidthDots
}

export type DrawingOptions = Partial<Pick<WorkerRoomOptions, 'file' | 'idleMs' | 'limitMs'>>

export interface Drawing {
  readonly draw: Draw
  /** whether a worker is running */
  readonly isAwake: () => boolean
  readonly close: () => Promise<void>
}

/** A drawing room in a worker thread, so that nobody waits while a ticket is drawn. */
export function openDrawing(options: DrawingOptions = {}): Drawing {
  const file = new URL('./drawing-worker.ts', import.meta.url)
  // Fonts of the machine would make the same ticket look different elsewhere.
  const env = { DISABLE_SYSTEM_FONTS_LOAD: '1' }
  const { ask, isAwake, close } = openWorkerRoom<DrawRequest, Picture>({ file, env, ...options })
  return { draw: (paper, widthDots) => ask({ paper, widthDots }), isAwake, close }
}
