import type { Actor, Command } from '#shared/queue/command.ts'
import type { Answer } from '#shared/queue/decision.ts'
import type { Refusal, RuleRefusal } from '#shared/queue/refusal.ts'

/** A command on its way to the hall. Sent twice with one id by one sender, it happens once. */
export interface Request {
  readonly id: string
  readonly by: Actor
  readonly command: Command
  /** The sender may act on what is at others' counters. */
  readonly mayActForOthers?: boolean
}

export interface Accepted {
  readonly ok: true
  readonly answer: Answer
}

export type Outcome = Accepted | Refusal<RuleRefusal>

export function senderOf({ by }: Request): string {
  return `${by.kind}:${by.id}`
}

/** Names a request among all of a hall: ids are unique within their sender. */
export function keyOf(request: Request): string {
  return `${senderOf(request)} ${request.id}`
}
