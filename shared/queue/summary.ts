import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import { findOwnTicket, type Found } from './finding.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { servedLast } from './steps.ts'
import type { EndedTicket, ServingTicket } from './ticket.ts'

/** What a visit came to, as its visitor is told. */
export const summaryOutcomes = ['done', 'accepted', 'papers-missing', 'come-another-time'] as const

/** What a visitor may have to do next. */
export const nextSteps = [
  'wait',
  'bring-papers',
  'fill-form',
  'pay',
  'register',
  'collect',
  'other-office',
] as const

/** What a visitor takes along from the counter; kept outside the events, so that it can be erased. */
export interface Summary {
  readonly outcome: (typeof summaryOutcomes)[number]
  readonly steps: readonly (typeof nextSteps)[number][]
  /** What else was said, as the clerk wrote it. */
  readonly words: string
  /** The next visit, as far as it was agreed: `2026-12-03`, `10:30`, and the place in words. */
  readonly next: { readonly date: string | null; readonly time: string | null; readonly place: string }
}

/** A visit is summed up at its counter, and again if need be: the last summary counts. */
export function sumUp(hall: Hall, { ticket }: CommandOf<'ticket:sum-up'>, context: Context): Decision {
  const found = findToSumUp(hall, ticket, context)
  return found.ok ? accept([happened(context, 'ticket:summed-up', { ticket })]) : found
}

/** Whoever is being served at the sender's own counter, or was served there last, as long as that can be undone. */
export function findToSumUp(
  hall: Hall,
  id: string,
  context: Pick<Context, 'by' | 'mayActForOthers'>,
): Found<ServingTicket | EndedTicket> {
  const ticket = servedLast(hall, id)
  if (!ticket) return findOwnTicket(hall, id, ['serving'], context)
  if (context.mayActForOthers || ticket.clerk === context.by.id) return { ok: true, ticket }
  return refuse('ticket/at-another-counter', { counter: ticket.counter ?? '' })
}
