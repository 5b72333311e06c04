import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { findCounter } from './seat.ts'

/** Until then the counter takes the services of this profile, open or not, whoever sits there. It ends with the day. */
export function setProfile(
  hall: Hall,
  { counter, profile, until }: CommandOf<'counter:set-profile'>,
  context: Context,
): Decision {
  if (!hall.day) return refuse('day/not-open')
  if (!findCounter(hall, counter)) return refuse('counter/unknown')
  if (!hall.config!.profiles.some(({ id }) => id === profile)) return refuse('profile/unknown')
  if (until <= context.now) return refuse('time/past')
  const known = hall.profiles.get(counter)
  if (known?.profile === profile && known.until === until) return accept([])
  return accept([happened(context, 'counter:profile-set', { counter, profile, until })])
}

export function resetProfile(
  hall: Hall,
  { counter }: CommandOf<'counter:reset-profile'>,
  context: Context,
): Decision {
  if (!findCounter(hall, counter)) return refuse('counter/unknown')
  if (!hall.profiles.has(counter)) return accept([])
  return accept([happened(context, 'counter:profile-reset', { counter })])
}
