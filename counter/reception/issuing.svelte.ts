import type { Language } from '#shared/messages/text.ts'
import type { UpFields } from '#shared/protocol/up.ts'
import type { ReceptionView } from '#shared/protocol/views.ts'
import type { Need } from '#shared/queue/command.ts'
import type { TicketClass } from '#shared/queue/ticket.ts'

import { KioskPrinters } from '../kiosk-printers.svelte.ts'
import { todayAt } from '../settings/local-time.ts'
import { storedChoice } from '../stored-choice.ts'
import { Papers } from './papers.svelte.ts'
import type { ReceptionLine, Refusal } from './reception.svelte.ts'

export type Service = ReceptionView['services'][number]
/** What the visitor takes along: paper, the code on the phone, or a slip that was torn off a roll already. */
export const carriers = ['paper', 'phone', 'roll'] as const
export type Carrier = (typeof carriers)[number]

/** A ticket that was given just now. */
export interface Given {
  readonly ticket: string
  readonly label: string
  readonly url: string
  readonly service: string
  readonly carrier: Carrier
  /** The time of an appointment that came too late to be one. */
  readonly missedSlot: number | null
}

const keptCarrier = storedChoice('eile-reception-carrier', carriers)

/** Gives tickets to those who ask at the reception: one press for an ordinary one, more for what is wished besides. */
export class Issuing {
  readonly printers = new KioskPrinters()
  readonly papers: Papers

  class = $state<TicketClass>('ordinary')
  /** Of an appointment, on the clock on the wall: `10:30`. */
  time = $state('')
  language = $state<Language>('lt')
  needs = $state<Need[]>([])
  /** Of the slip, where it is not the next one. */
  number = $state('')

  given = $state.raw<Given | null>(null)
  refusal = $state.raw<Refusal | null>(null)
  busy = $state(false)

  #chosen = $state<Carrier>(keptCarrier.read())
  /** Without a printer there is no paper. */
  readonly carrier: Carrier = $derived.by(() =>
    this.#chosen === 'paper' && this.printers.kiosks.length === 0 ? 'phone' : this.#chosen,
  )

  readonly #line: ReceptionLine

  constructor(line: ReceptionLine) {
    this.#line = line
    this.papers = new Papers(line, this.printers)
  }

  /** Who goes ahead, or has a time, is not cut off by the queue of the others. */
  isClosed({ closed }: Service): boolean {
    return closed !== null && (closed !== 'service/cut-off' || this.class === 'ordinary')
  }

  choose(carrier: Carrier): void {
    this.#chosen = carrier
    keptCarrier.write(carrier)
  }

  async issue(service: Service): Promise<void> {
    if (this.busy || this.#line.status !== 'live' || this.isClosed(service)) return
    this.busy = true
    this.refusal = null
    const fields = this.#fields(service)
    const answer = await this.#line.send('ticket:issue', fields)
    this.busy = false
    if (!answer.ok) {
      this.refusal = answer.error
      return
    }
    const { ticket = '', label = '', url = '', class: given = fields.class } = answer.answer
    const missedSlot = given === fields.class ? null : (fields.slot ?? null)
    const { carrier } = this
    this.given = { ticket, label, url, service: service.id, carrier, missedSlot }
    this.forgetWishes()
    if (carrier === 'paper') await this.papers.print(ticket, label, false)
  }

  /** The next visitor is another one. */
  forgetWishes(): void {
    this.class = 'ordinary'
    this.time = ''
    this.language = 'lt'
    this.needs = []
    this.number = ''
  }

  #fields({ id }: Service): UpFields<'ticket:issue'> {
    const zone = this.#line.view?.hall.timeZone ?? 'UTC'
    const isTimed = this.class === 'appointment' && this.time !== ''
    return {
      service: id,
      class: this.class,
      slot: isTimed ? todayAt(this.time, this.#line.now(), zone) : null,
      language: this.language,
      needs: [...this.needs],
      number: this.carrier === 'roll' && this.number.trim() !== '' ? Number(this.number) : null,
    }
  }
}
