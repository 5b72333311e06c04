/** What is to happen, soonest first; of the same moment what was put down first. */
export interface Agenda {
  add(at: number, happen: () => void): void
  next(): Entry | undefined
}

export interface Entry {
  readonly at: number
  readonly happen: () => void
}

/** For few entries at a time: each is put in its place from the end. */
export function newAgenda(): Agenda {
  const entries: Entry[] = []
  return {
    add(at, happen) {
      let place = entries.length
      while (place > 0 && entries[place - 1]!.at <= at) place -= 1
      entries.splice(place, 0, { at, happen })
    },
    next: () => entries.pop(),
  }
}
