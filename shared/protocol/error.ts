import { ruleRefusals, type RuleRefusal } from '../queue/refusal.ts'

/** What is refused before the rules are asked, and what goes wrong. The rules' own codes are in `shared/queue/refusal.ts`. */
export const wireErrors = {
  'protocol/outdated': 'The page speaks another version of the protocol: it loads itself anew.',
  'credential/missing': 'No credential came along.',
  'credential/ended': 'The session, the device or the visit has ended.',
  'credential/unknown': 'Nobody has this session or token, or it has been revoked.',
  'credential/locked': 'The session is locked until its owner gives the PIN or the password.',
  'credential/origin': 'A page of another site may not use a staff session.',
  'public/full': 'As many look at the calls without a token as the hall has room for; try again later.',
  'command/malformed': 'The command does not have its shape; `where` names the field.',
  'right/missing': 'The sender lacks the right that the command needs; `right` names it.',
  'printer/none': 'The sender has no printer, and named no kiosk that has one.',
  'printer/failed': 'Nothing was printed; the ticket stands. `state` says what the printer says.',
  'server/internal': 'Something went wrong that nobody foresaw; nothing was changed.',
  'server/stopping': 'The server is being stopped; try again when it is back.',
} as const

/** Known only at the sender: no answer came. */
export const lineErrors = {
  'line/lost':
    'No answer came in time: it is not known whether the command happened. Sent again, it happens once.',
} as const

export type WireError = keyof typeof wireErrors
export type ErrorCode = RuleRefusal | WireError | keyof typeof lineErrors

/** Every code that a page can be shown. */
export const errorCodes = Object.keys({ ...ruleRefusals, ...wireErrors, ...lineErrors }) as ErrorCode[]
