import type { Operation, OperationParts, Told } from '../operations.ts'
import { callsOf } from './day-calls.ts'
import { plain } from './hall-words.ts'
import { orderLines } from './order-lines.ts'
import { orderReport } from './order-report.ts'
import { findOpening, momentsFrom } from './past-day.ts'
import { storyOf } from './ticket-story.ts'

type Input = Readonly<Record<string, unknown>>

/** What the operator can ask of a day, open or past. Nothing is changed by it. */
export const lookingBack = {
  /** The story of a ticket, or of each that bore its label. */
  async explain(parts, input) {
    const opening = await openingOf(parts, input)
    if (typeof opening !== 'number') return opening
    const wanted = typeof input['ticket'] === 'string' ? input['ticket'] : ''
    const stories = new Map<string, string[]>()
    let date = ''
    for await (const moment of momentsFrom(parts.db, parts.hallId, opening)) {
      const { event } = moment
      if (event.type === 'day:opened') date = event.date
      if (event.type === 'ticket:issued' && isMeant(event, wanted))
        stories.set(event.ticket, [`${event.label} on ${date}`])
      for (const [id, lines] of stories) lines.push(...storyOf(moment, id))
    }
    if (stories.size === 0) return no(`There is no ticket ${plain(wanted)} on ${date}.`)
    const lines = [...stories.values()].flatMap((story, n) => (n === 0 ? story : ['', ...story]))
    return { ok: true, lines }
  },

  async order(parts, input) {
    const opening = await openingOf(parts, input)
    if (typeof opening !== 'number') return opening
    const report = orderReport(await callsOf(momentsFrom(parts.db, parts.hallId, opening)))
    if (input['json'] === true) return { ok: true, lines: [JSON.stringify(report, null, 2)] }
    return { ok: true, lines: orderLines(report) }
  },
} as const satisfies Readonly<Record<string, Operation>>

/** The revision at which the day that is meant was opened, or why there is none. */
async function openingOf({ db, hallId }: OperationParts, { day }: Input): Promise<number | Told> {
  const date = typeof day === 'string' ? day : null
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return no('Say the day as YYYY-MM-DD.')
  const opening = await findOpening(db, hallId, date)
  return opening ?? no(date === null ? 'The hall has had no day yet.' : `No ticket was given on ${date}.`)
}

function isMeant({ ticket, label }: { ticket: string; label: string }, wanted: string): boolean {
  return ticket === wanted || label.toLowerCase() === wanted.toLowerCase()
}

function no(line: string): Told {
  return { ok: false, lines: [line] }
}
