import type { KioskView, PhoneView } from '#shared/protocol/views.ts'
import type { Language } from '#shared/queue/config.ts'

import type { Demand } from './demand.ts'
import type { Dice } from './dice.ts'
import { does, waits, type Deed, type Person } from './person.ts'

const needs = ['mobility', 'hearing', 'sight', 'small-child'] as const
/** From so many waiting on people begin to turn round at the door, and at the second figure all do. */
const crowded = { from: 9, full: 24 }

/** What somebody who comes in does at the kiosk; null: goes home. */
export function atKiosk(view: KioskView, demand: readonly Demand[], dice: Dice): Deed | null {
  if (view.assistance === null && dice.chance(0.02)) return { name: 'assistance:ask', fields: {} }
  const waiting = view.services.reduce((sum, one) => sum + one.waiting, 0)
  if (dice.chance((waiting - crowded.from) / (crowded.full - crowded.from))) return null
  const given = demand.filter(({ service }) =>
    view.services.some(({ id, closed }) => id === service && closed === null),
  )
  if (given.length === 0) return null
  return {
    name: 'ticket:issue',
    fields: {
      service: dice.pick(given, ({ weight }) => weight).service,
      language: languageOf(view.hall.languages, dice),
      needs: dice.chance(0.12) ? [dice.pick(needs)] : [],
    },
  }
}

/** Two in three speak the hall's own. */
function languageOf(languages: readonly Language[], dice: Dice): Language {
  const [own = 'lt', ...others] = languages
  return others.length === 0 || dice.chance(0.65) ? own : dice.pick(others)
}

/** A visitor with the ticket on the phone: one in eight loses patience, if still waiting then. */
export function phoneHolder(dice: Dice): Person<PhoneView> {
  let patience = dice.chance(0.12) ? 3 + dice.exponential(12) : Infinity
  return {
    situation: ({ state }) => state,
    next({ state, ticket, mayCancel }) {
      const isPatient = patience === Infinity
      return isPatient || state !== 'waiting' || !mayCancel
        ? waits
        : does(patience, 'ticket:cancel', { ticket })
    },
    refused() {
      patience = Infinity
    },
  }
}
