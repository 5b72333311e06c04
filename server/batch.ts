import { decide } from '#shared/queue/decide.ts'
import { evolve } from '#shared/queue/evolve.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import { copyHall, type Hall } from '#shared/queue/hall.ts'
import { isLiving, type EndedTicket, type Ticket } from '#shared/queue/ticket.ts'

import type { Happened } from './projection.ts'
import { waitingBefore } from './promises.ts'
import { keyOf, type Accepted, type Outcome, type Request } from './request.ts'
import { detailsOf, type VisitDetail } from './visit-details.ts'

export interface BatchParts {
  readonly now: () => number
  readonly newId: () => string
  readonly forecast: () => Forecast | null
  /** Ended tickets that a request speaks of, by id. */
  readonly ended: ReadonlyMap<string, Ended>
}

/** An ended ticket and the date of its day: on the next one it is no longer to be had. */
export interface Ended {
  readonly ticket: EndedTicket
  readonly day: string | null
}

/** What requests would make of a hall, to be made durable as a whole or dropped. */
export interface Batch {
  readonly hall: Hall
  readonly happened: readonly Happened[]
  readonly details: readonly VisitDetail[]
  /** Accepted for the first time. */
  readonly accepted: readonly { readonly request: Request; readonly answer: Accepted; readonly at: number }[]
  /** One a request, in their order. */
  readonly outcomes: readonly Outcome[]
}

/**
 * Decides requests one after another on one working copy: each sees what those before it did. One that stands among them
 * twice happens once; whether it was accepted earlier only who stores the answers can tell.
 */
export function decideTogether(hall: Hall, requests: readonly Request[], parts: BatchParts): Batch {
  const working = copyHall(hall)
  const answered = new Map<string, Accepted>()
  const ended = new Map(parts.ended)
  const happened: Happened[] = []
  const details: VisitDetail[] = []
  const accepted: { request: Request; answer: Accepted; at: number }[] = []

  function decideOne(request: Request): Outcome {
    const before = answered.get(keyOf(request))
    if (before) return before
    const { by, command, mayActForOthers = false } = request
    const at = parts.now()
    const spokenOf = command.type === 'ticket:restore' ? ended.get(command.ticket) : undefined
    const isOfToday = spokenOf !== undefined && spokenOf.day === working.day?.date
    const endedToday = isOfToday ? spokenOf.ticket : null
    const decision = decide(working, command, {
      by,
      mayActForOthers,
      now: at,
      newId: parts.newId,
      ended: endedToday,
      forecast: parts.forecast(),
    })
    if (!decision.ok) return decision

    const undone = command.type === 'step:undo' ? working.steps.get(command.counter) : undefined
    const tickets = decision.events.map((event) => {
      const day = working.day?.date ?? null
      const waiting = waitingBefore(working, event)
      const ticket = evolve(working, event)
      happened.push({ revision: working.revision, event, ticket, day, waiting })
      if (ticket) rememberEnd(ended, ticket, day)
      return ticket
    })
    details.push(...detailsOf(request, tickets[0] ?? null, undone, at, parts.newId))
    const answer: Accepted = { ok: true, answer: decision.answer }
    answered.set(keyOf(request), answer)
    accepted.push({ request, answer, at })
    return answer
  }

  return { hall: working, happened, details, accepted, outcomes: requests.map(decideOne) }
}

function rememberEnd(ended: Map<string, Ended>, ticket: Ticket, day: string | null): void {
  if (isLiving(ticket)) ended.delete(ticket.id)
  else ended.set(ticket.id, { ticket, day })
}
