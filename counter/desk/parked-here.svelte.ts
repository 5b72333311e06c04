import type { DeskView } from '#shared/protocol/views.ts'
import { recall, remember } from '#shared/ui/tab-memory.ts'

import { isOfHere } from './parked-soon.ts'

const kept = 'eile-desk-parked'
/** The server's time as it is known here may be behind by so much (ms). */
const slack = 2_000

interface PutAside {
  readonly id: string
  readonly label: string
  readonly until: number
}

/**
 * Numbers that were put aside at this counter, and those whose term is over, until the clerk has read it or they wait no
 * more. The tab keeps them: a desk that was locked meanwhile says so when it is opened.
 */
export class ParkedHere {
  /** Which went back to the queue by itself: the first of them. */
  over = $state.raw<PutAside | null>(null)
  #putAside: readonly PutAside[] = JSON.parse(recall(kept) ?? '[]')

  /** At each tick. */
  take(view: DeskView, now: number): void {
    const { shift, parked } = view
    const isParked = ({ id }: PutAside) => parked.some((one) => one.id === id)
    const over = this.#putAside.filter(
      (one) => shift && !isParked(one) && one.until - now <= slack && mayWait(one, view),
    )
    const here = parked.filter((one) => isOfHere(one, view))
    this.over = over[0] ?? null
    this.#keep([...over, ...here.map(({ id, label, until }) => ({ id, label, until }))])
  }

  /** Its clerk has read that it is over. */
  read(): void {
    this.#keep(this.#putAside.filter(({ id }) => id !== this.over?.id))
    this.over = null
  }

  #keep(putAside: readonly PutAside[]): void {
    const text = JSON.stringify(putAside)
    if (text !== JSON.stringify(this.#putAside)) remember(kept, text)
    this.#putAside = putAside
  }
}

/** It is at no counter, and if all who wait are in sight it is among them. */
function mayWait({ id, label }: PutAside, { counters, waiting, waitingInAll }: DeskView): boolean {
  if (counters.some(({ visitor }) => visitor === label)) return false
  return waitingInAll > waiting.length || waiting.some((one) => one.id === id)
}
