import type { Summary } from '#shared/queue/summary.ts'

/** All is done, and nothing is left to do. */
export const plainSummary: Summary = {
  outcome: 'done',
  steps: [],
  words: '',
  next: { date: null, time: null, place: '' },
}
