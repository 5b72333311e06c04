import { answerAssistance, askAssistance, cancelAssistance } from './assistance.ts'
import { call, callNext, recall, takeUp } from './calling.ts'
import type { Command } from './command.ts'
import { closeDay, configure, openDay } from './days.ts'
import { liftCutOff } from './cut-off.ts'
import type { Context, Decision } from './decision.ts'
import { cancel, finish, lapse, restore } from './ending.ts'
import type { Hall } from './hall.ts'
import { answerHelp, askHelp, cancelHelp } from './help.ts'
import { issue } from './issuing.ts'
import { bind, change, nextLeg, park, putBack, transfer } from './moving.ts'
import { pauseService, resumeService } from './pausing.ts'
import { resetProfile, setProfile } from './profiles.ts'
import { miss, pause, report, resume, start } from './serving.ts'
import { closeShift, openShift, pauseShift, resumeShift } from './shifts.ts'
import { sumUp } from './summary.ts'
import { undo } from './undoing.ts'

/**
 * What a command makes happen in a hall, or why it is refused. Changes nothing: the events do, through `evolve`.
 * Whether the sender has the right is decided before; what is asked here is whether the state allows it.
 */
export function decide(hall: Hall, command: Command, context: Context): Decision {
  switch (command.type) {
    case 'hall:configure':
      return configure(hall, command, context)
    case 'day:open':
      return openDay(hall, command, context)
    case 'day:close':
      return closeDay(hall, command, context)
    case 'ticket:issue':
      return issue(hall, command, context)
    case 'ticket:call-next':
      return callNext(hall, command, context)
    case 'ticket:call':
      return call(hall, command, context)
    case 'ticket:recall':
      return recall(hall, command, context)
    case 'ticket:take-up':
      return takeUp(hall, command, context)
    case 'ticket:start':
      return start(hall, command, context)
    case 'ticket:pause':
      return pause(hall, command, context)
    case 'ticket:resume':
      return resume(hall, command, context)
    case 'ticket:miss':
      return miss(hall, command, context)
    case 'ticket:report':
      return report(hall, command, context)
    case 'ticket:return':
      return putBack(hall, command, context)
    case 'ticket:transfer':
      return transfer(hall, command, context)
    case 'ticket:park':
      return park(hall, command, context)
    case 'ticket:next-leg':
      return nextLeg(hall, command, context)
    case 'ticket:change':
      return change(hall, command, context)
    case 'ticket:bind':
      return bind(hall, command, context)
    case 'ticket:sum-up':
      return sumUp(hall, command, context)
    case 'ticket:finish':
      return finish(hall, command, context)
    case 'ticket:cancel':
      return cancel(hall, command, context)
    case 'ticket:lapse':
      return lapse(hall, command, context)
    case 'ticket:restore':
      return restore(hall, command, context)
    case 'step:undo':
      return undo(hall, command, context)
    case 'shift:open':
      return openShift(hall, command, context)
    case 'shift:pause':
      return pauseShift(hall, command, context)
    case 'shift:resume':
      return resumeShift(hall, command, context)
    case 'shift:close':
      return closeShift(hall, command, context)
    case 'service:pause':
      return pauseService(hall, command, context)
    case 'service:resume':
      return resumeService(hall, command, context)
    case 'service:lift-cut-off':
      return liftCutOff(hall, command, context)
    case 'counter:set-profile':
      return setProfile(hall, command, context)
    case 'counter:reset-profile':
      return resetProfile(hall, command, context)
    case 'assistance:ask':
      return askAssistance(hall, context)
    case 'assistance:cancel':
      return cancelAssistance(hall, context)
    case 'assistance:answer':
      return answerAssistance(hall, command, context)
    case 'help:ask':
      return askHelp(hall, command, context)
    case 'help:answer':
      return answerHelp(hall, command, context)
    case 'help:cancel':
      return cancelHelp(hall, command, context)
  }
}
