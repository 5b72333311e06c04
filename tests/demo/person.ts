import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { View } from '#shared/protocol/views.ts'

import type { PersonLine } from './person-line.ts'

/** A command with its fields. */
export type Deed = { [N in UpName]: { readonly name: N; readonly fields: UpFields<N> } }[UpName]

export interface Step {
  /** People's minutes until the deed, for as long as the situation stays. */
  readonly minutes: number
  /** Null: a look around, and nothing done. */
  readonly deed: Deed | null
}

/** Decides by what the view shows, as who sits before it would. */
export interface Person<V extends View> {
  /** What of the view matters now, in one text: with another the person thinks anew. */
  situation(view: V): string
  next(view: V): Step
  /** The deed was not accepted: `next` has something else in mind. */
  refused(deed: Deed): void
}

/** Nothing to do until the situation is another. */
export const waits: Step = { minutes: Infinity, deed: null }

export function does<N extends UpName>(minutes: number, name: N, fields: UpFields<N>): Step {
  return { minutes, deed: { name, fields } as Deed }
}

/** A view follows each accepted command within this time. Who is refused also thinks it over for so long, ms. */
const patience = 1_000

/**
 * Lets a person live at a line until it ends. Nobody is waited for in vain: whatever else happens in the hall, the next
 * view makes the person think anew.
 * @param msOf turns people's minutes into ms
 */
export async function live<V extends View>(
  line: PersonLine<V>,
  person: Person<V>,
  msOf: (minutes: number) => number,
): Promise<void> {
  while (!line.ended()) {
    const view = line.view()
    const situation = person.situation(view)
    const { minutes, deed } = person.next(view)
    const held = await line.holds(msOf(minutes), (now) => person.situation(now) === situation)
    if (!held || !deed) continue
    const before = line.view()
    const answer = await line.send(deed)
    if (!answer.ok) person.refused(deed)
    await line.holds(patience, (now) => now === before)
  }
}
