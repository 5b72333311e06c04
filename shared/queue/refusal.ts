/** Why a command was refused by the rules. Each is expected; the state is as it was. */
export const ruleRefusals = {
  'hall/not-configured': 'The hall has no configuration yet: import one.',
  'hall/in-use':
    'The new configuration lacks something that a living ticket or an open shift stands on; `what` names it.',
  'hall/closed': 'The hall gives no tickets at this hour.',
  'day/not-open': 'No day is open.',
  'day/already-open': 'A day is open already; close it first.',
  'service/unknown': 'The hall has no such service.',
  'service/closed': 'The service gives no tickets at this hour.',
  'service/full': 'The service has given all its tickets of today.',
  'service/paused': 'The service gives no tickets for now; `reason` says why.',
  'service/cut-off': 'Who takes a ticket now would not be served before the service closes.',
  'service/no-ticket': 'The service is answered without a ticket.',
  'series/exhausted':
    'Every number of the series is with a living ticket or was called within the last hour.',
  'series/out-of-range': 'The series has no such number; `from` and `to` say which it has.',
  'series/number-taken': 'A living ticket has the number, or one that was called within the last hour.',
  'counter/unknown': 'The hall has no such counter.',
  'counter/busy': 'A visitor is called to the counter or is being served at it.',
  'profile/unknown': 'The hall has no such profile.',
  'time/past': 'The end that was asked for has passed already.',
  'shift/not-open': 'No clerk has opened the counter.',
  'shift/not-yours': 'Another clerk has opened the counter.',
  'shift/counter-taken':
    'Another clerk has opened the counter; it can be taken over while no visitor is there.',
  'shift/elsewhere': 'The clerk has opened another counter; `counter` names it.',
  'shift/already-open': 'The clerk has opened this counter already.',
  'shift/paused': 'The counter is paused.',
  'shift/not-paused': 'The counter is not paused.',
  'queue/empty': 'Nobody waits whom this counter may call.',
  'ticket/unknown': 'There is no such ticket today.',
  'ticket/wrong-state': 'The ticket is in a state that does not allow this; `state` names it.',
  'ticket/at-another-counter': 'The ticket is at another counter; `counter` names it.',
  'ticket/bound-elsewhere': 'The ticket waits for another counter or clerk.',
  'ticket/not-served-here': 'The counter does not take the service of this ticket.',
  'ticket/kept-for-another': 'The ticket was put aside for another clerk or counter.',
  'ticket/recalled-too-soon':
    'The ticket was called a moment ago; `seconds` says when it may be called again.',
  'ticket/recalls-used-up': 'The ticket was called as often as the hall allows: mark it missed.',
  'ticket/not-due': 'The term is not over yet.',
  'ticket/not-appointment': 'Only an appointment has a time.',
  'appointment/another-day': 'The appointment is on another day; `date` names it.',
  'ticket/label-taken': 'Its number has been given to another ticket meanwhile.',
  'assistance/nobody-asks': 'No visitor asks for staff at this kiosk, or somebody is on the way already.',
  'help/nobody-asks': 'Nobody asks for help at this counter, or somebody is on the way already.',
  'help/own': 'Whoever asks for help cannot answer the call.',
  'undo/nothing': 'There is no step to take back at this counter.',
  'undo/too-late': 'Something else has happened to the ticket or at the counter since.',
} as const

export type RuleRefusal = keyof typeof ruleRefusals

export interface Refusal<Code extends string = RuleRefusal> {
  readonly ok: false
  readonly code: Code
  /** Facts for the message: names and numbers, never personal data. */
  readonly details: Readonly<Record<string, string | number>>
}

export function refuse<Code extends string>(
  code: Code,
  details: Readonly<Record<string, string | number>> = {},
): Refusal<Code> {
  return { ok: false, code, details }
}
