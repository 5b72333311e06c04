import type { DeskView } from '#shared/protocol/views.ts'
import { pauseReasons } from '#shared/queue/command.ts'

import type { Dice } from './dice.ts'
import { does, waits, type Person } from './person.ts'

/** Now and then stops one service's tickets for a while, and gives free only what the supervisor stopped. */
export function supervisor(dice: Dice): Person<DeskView> {
  let own: string | null = null

  return {
    situation: ({ services }) => services.map(({ paused }) => paused).join(),
    next({ services }) {
      if (services.some(({ id, paused }) => id === own && paused !== null))
        return does(dice.lognormal(8, 0.4), 'service:resume', { service: own! })
      const running = services.filter(({ paused }) => paused === null)
      if (running.length < services.length || running.length < 2) return waits
      own = dice.pick(running).id
      return does(12 + dice.exponential(15), 'service:pause', {
        service: own,
        reason: dice.pick(pauseReasons),
      })
    },
    refused() {},
  }
}
