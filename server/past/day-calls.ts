import { isAtCounter } from '#shared/queue/ticket.ts'

import type { PastCall } from './past-call.ts'
import type { Moment } from './past-day.ts'

/** The calls of a day, in order. */
export interface DayCalls {
  readonly date: string
  readonly timeZone: string
  readonly isOver: boolean
  readonly calls: readonly DayCall[]
}

export interface DayCall extends PastCall {
  /** The clerk took it back: for the others it has not happened. */
  readonly isTakenBack: boolean
  /** When its visitor left the counter, or the last that is known of the day. */
  readonly leftAt: number
}

interface OpenCall {
  readonly call: PastCall
  isTakenBack: boolean
  leftAt: number | null
}

export async function callsOf(moments: AsyncIterable<Moment>): Promise<DayCalls> {
  const calls: OpenCall[] = []
  const lastOf = new Map<string, OpenCall>()
  let last: Moment | null = null
  let date = ''

  for await (const moment of moments) {
    last = moment
    const { event, was, ticket, call } = moment
    if (event.type === 'day:opened') date = event.date
    if (call) {
      const open = { call, isTakenBack: false, leftAt: null }
      calls.push(open)
      lastOf.set(call.ticket.id, open)
    }
    if (!ticket) continue
    const wasThere = was !== null && isAtCounter(was)
    const lastCall = lastOf.get(ticket.id)
    if (!lastCall || wasThere === isAtCounter(ticket)) continue
    if (wasThere) {
      lastCall.leftAt ??= event.at
      // What leads from the counter into the queue, taken back, can only be the call.
      lastCall.isTakenBack = event.type === 'step:undone' && event.before.state === 'waiting'
    } else if (event.type === 'step:undone') lastCall.leftAt = null
  }

  const until = last?.event.at ?? 0
  return {
    date,
    timeZone: last?.hall.config?.timeZone ?? 'UTC',
    isOver: last?.event.type === 'day:closed',
    calls: calls.map(({ call, isTakenBack, leftAt }) => ({ ...call, isTakenBack, leftAt: leftAt ?? until })),
  }
}
