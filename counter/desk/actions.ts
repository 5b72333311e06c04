import type { StaffTextKey } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

export type ActionId =
  | 'call-next'
  | 'start'
  | 'finish'
  | 'finish-with'
  | 'sum-up'
  | 'recall'
  | 'miss'
  | 'pause-serving'
  | 'resume-serving'
  | 'add-service'
  | 'return'
  | 'park'
  | 'transfer'
  | 'cancel'
  | 'correct-service'
  | 'walk-up'
  | 'auto-call'
  | 'stop-auto-call'
  | 'undo'
  | 'ask-help'
  | 'pause-counter'
  | 'resume-counter'
  | 'go-through'
  | 'show-keys'
  | 'talk'
  | 'lock'

/** What is done at once, without a question, and so in whichever window the desk is shown. */
const atOnce: readonly ActionId[] = [
  ...(['call-next', 'start', 'finish', 'resume-counter', 'recall', 'miss'] as const),
  ...(['pause-serving', 'resume-serving', 'undo', 'ask-help', 'lock'] as const),
]

export interface Action {
  readonly id: ActionId
  readonly text: StaffTextKey
  /** In ARIA's words. */
  readonly key: string
  /** The same on a number pad, by what stands on it. */
  readonly pad?: string
}

export const mainKey = 'F2'

/**
 * Each action with its key. Those used at every visitor have keys that write nothing and that neither browsers nor
 * screen readers take; the letters and the number pad can be switched off (WCAG 2.1.4).
 */
const actions = {
  'call-next': { text: 'desk.callNext', key: mainKey, pad: 'Enter' },
  start: { text: 'desk.start', key: mainKey, pad: 'Enter' },
  finish: { text: 'desk.finish', key: mainKey, pad: 'Enter' },
  'resume-counter': { text: 'desk.counter.resume', key: mainKey, pad: 'Enter' },
  'finish-with': { text: 'desk.finish.with', key: 'R', pad: '*' },
  recall: { text: 'desk.recall', key: 'F4', pad: '+' },
  miss: { text: 'desk.miss', key: 'F8', pad: '-' },
  'resume-serving': { text: 'desk.resumeServing', key: 'S', pad: '/' },
  'pause-serving': { text: 'desk.pauseServing', key: 'S', pad: '/' },
  'sum-up': { text: 'desk.sumUp', key: 'M', pad: '+' },
  'add-service': { text: 'desk.nextLeg', key: 'D', pad: '4' },
  return: { text: 'desk.return', key: 'G', pad: '3' },
  park: { text: 'desk.park', key: 'A', pad: '2' },
  transfer: { text: 'desk.transfer', key: 'P', pad: '1' },
  cancel: { text: 'desk.cancel', key: 'X' },
  'correct-service': { text: 'desk.correct', key: 'T', pad: '5' },
  'walk-up': { text: 'desk.walkUp', key: 'N', pad: '6' },
  'auto-call': { text: 'desk.autoCall', key: 'I', pad: '5' },
  'stop-auto-call': { text: 'desk.autoCall.stop', key: 'Escape' },
  undo: { text: 'desk.undo', key: 'Control+Z', pad: '7' },
  'ask-help': { text: 'desk.help.ask', key: 'F1', pad: '0' },
  'pause-counter': { text: 'desk.counter.pause', key: 'F9', pad: '.' },
  'go-through': { text: 'desk.goThrough', key: 'E', pad: '8' },
  'show-keys': { text: 'desk.keys.show', key: 'K' },
  talk: { text: 'desk.talk', key: 'L' },
  lock: { text: 'desk.lock', key: 'U', pad: '9' },
} as const satisfies Record<ActionId, Omit<Action, 'id'>>

/** In the order in which a list of the keys shows them. */
export const allActions = (Object.keys(actions) as ActionId[]).map(action)

export function action(id: ActionId): Action {
  return { id, ...actions[id] }
}

/** The one thing to do next; null where no counter is open or the clerk may not serve. */
export function mainAction(view: DeskView): Action | null {
  if (!view.shift || !mayServe(view)) return null
  if (view.visitor) return action(view.visitor.state === 'called' ? 'start' : 'finish')
  return action(view.shift.pause ? 'resume-counter' : 'call-next')
}

/** What else can be done for the visitor, in places that stay the same from one state to the next. */
export function visitorActions(view: DeskView): Action[] {
  const { visitor } = view
  if (!visitor || !mayServe(view)) return []
  const mayCancel = view.me.rights.includes('ticket:cancel')
  const corrects = view.me.rights.includes('ticket:change') ? (['correct-service'] as const) : []
  const ids: ActionId[] =
    visitor.state === 'called'
      ? ['recall', 'miss', 'transfer', 'park', 'return', ...(mayCancel ? (['cancel'] as const) : [])]
      : [
          visitor.paused ? 'resume-serving' : 'pause-serving',
          'add-service',
          'transfer',
          'park',
          'return',
          'finish-with',
          'sum-up',
        ]
  return [...ids, ...corrects].map(action)
}

/** What can be done at a counter without a visitor besides calling the next. */
export function freeActions(view: DeskView): Action[] {
  if (!view.shift || view.visitor || !mayServe(view)) return []
  const walksUp = view.me.rights.includes('ticket:issue') ? (['walk-up'] as const) : []
  const free: readonly ActionId[] = view.shift.pause ? [] : ['auto-call', ...walksUp]
  return [...free, ...(view.servedLast ? (['sum-up'] as const) : [])].map(action)
}

/** Whose visit a summary would be of: whoever is at the counter, or was served there last. */
export function summedUp({ visitor, servedLast }: DeskView): DeskView['servedLast'] {
  return visitor ?? servedLast
}

/** Everything that can be done now. */
export function availableActions(view: DeskView): Action[] {
  const next = mainAction(view)
  const offered = [action('lock'), ...(next ? [next] : []), ...visitorActions(view)]
  if (!next) return offered
  if (view.visitor) offered.push(action('talk'))
  if (view.undo) offered.push(action('undo'))
  if (ownHelp(view)?.coming !== null) offered.push(action('ask-help'))
  if (!view.visitor && !view.shift?.pause) offered.push(action('pause-counter'))
  if (!view.visitor && !view.shift?.pause) offered.push(action('stop-auto-call'))
  return [...offered, ...freeActions(view), action('go-through'), action('show-keys')]
}

export function isDoneAtOnce(id: ActionId): boolean {
  return atOnce.includes(id)
}

/** An action that is shown, but cannot be done just now. */
export function isHeldBack(id: ActionId, view: DeskView, now: number): boolean {
  return id === 'recall' && (view.visitor?.recallsLeft === 0 || recallIn(view, now) > 0)
}

/** In how many seconds the visitor may be called again; 0 if that is not what a recall waits for. */
export function recallIn({ visitor }: DeskView, now: number): number {
  if (!visitor?.recallAt || visitor.recallsLeft === 0) return 0
  return Math.max(0, Math.ceil((visitor.recallAt - now) / 1_000))
}

/** The call for help from the own counter, if there is one. */
export function ownHelp({ help, shift }: DeskView): DeskView['help'][number] | undefined {
  return help.find(({ counter }) => counter === shift?.counter)
}

export function mayServe({ me }: DeskView): boolean {
  return me.rights.includes('ticket:serve')
}
