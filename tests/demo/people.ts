import { setTimeout as wait } from 'node:timers/promises'

import type { DemoAccount } from '#shared/protocol/launch.ts'
import type { DeskView, KioskView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import type { Roster } from './accounts.ts'
import { clerk } from './clerk.ts'
import { arrivalsPerMinute, demandOf, untilNextArrival } from './demand.ts'
import type { Dice } from './dice.ts'
import { live, type Person } from './person.ts'
import { openPersonLine, type PersonLine } from './person-line.ts'
import { signIn } from './sign-in.ts'
import { supervisor } from './supervisor.ts'
import { atKiosk, phoneHolder } from './visitor.ts'

export interface PeopleParts {
  /** Where the server is reached. */
  readonly url: string
  /** Of the hall's own pages. */
  readonly origin: string
  readonly config: HallConfig
  readonly roster: Roster
  /** The tokens of kiosks that only these people use. */
  readonly kiosks: readonly string[]
  readonly dice: Dice
  /** People's minutes in a minute. */
  readonly speed: number
  /** Is told what nobody foresaw; the others live on. */
  readonly onFault: (error: unknown) => void
}

export interface People {
  /** Somebody comes in; whether they took a ticket. */
  comesIn(): Promise<boolean>
  /** The staff come to work, and visitors come in by themselves from now on. */
  begin(): void
  /** All have gone when it resolves. */
  leave(): Promise<void>
}

/** More than the staff can do, so that some always wait: people who turn round at a full hall even it out. */
const busy = 1.2
/** Shares of visitors. */
const followsByPhone = 0.4
/** Until a lost server is tried again, ms. */
const again = 1_000

/** Everybody in the hall, each with a line of their own. Resolves when the kiosks are ready. */
export async function openPeople(parts: PeopleParts): Promise<People> {
  const { url, origin, config, roster, dice, speed, onFault } = parts
  const leaving = new AbortController()
  const { signal } = leaving
  const demand = demandOf(config)
  const perMinute = arrivalsPerMinute(demand, roster.clerks.length, busy)
  const msOf = (minutes: number) => (minutes * 60_000) / speed
  const lives = new Set<Promise<void>>()

  function lets(life: Promise<unknown>): void {
    const tracked: Promise<void> = life
      .catch((error: unknown) => {
        if (!signal.aborted) onFault(error)
      })
      .then(() => void lives.delete(tracked))
    lives.add(tracked)
  }

  const openKiosk = (token: string) =>
    openPersonLine<KioskView>({ url, credential: { kind: 'device', token }, signal })
  const kiosks = (await Promise.all(parts.kiosks.map(openKiosk))).filter((line) => line !== null)
  const street = dice.of('street')
  let taken = 0

  async function comesIn(): Promise<boolean> {
    const working = kiosks.filter((kiosk) => !kiosk.ended())
    if (working.length === 0) return false
    const kiosk = street.pick(working)
    const deed = atKiosk(kiosk.view(), demand, street)
    const answer = deed && (await kiosk.send(deed))
    if (!answer?.ok) return false
    if (deed?.name === 'assistance:ask') lets(isHelped(kiosk))
    const { url: page } = answer.answer
    if (page === undefined) return false
    taken += 1
    const holder = dice.of(`phone ${taken}`)
    if (holder.chance(followsByPhone)) lets(follows(page, holder))
    return true
  }

  /** Stands at the kiosk until somebody comes, or goes without. */
  async function isHelped(kiosk: PersonLine<KioskView>): Promise<void> {
    await kiosk.holds(msOf(10), ({ assistance }) => assistance !== 'coming')
    await kiosk.holds(msOf(2), () => true)
    await kiosk.send({ name: 'assistance:cancel', fields: {} })
  }

  async function follows(page: string, holder: Dice): Promise<void> {
    const code = page.split('/').at(-1)!
    const line = await openPersonLine<never>({ url, credential: { kind: 'ticket', code }, signal })
    if (line) await live(line, phoneHolder(holder), msOf)
  }

  /** Signs in again whenever the session has ended, until the account is gone. */
  async function works({ username, password }: DemoAccount, person: Person<DeskView>): Promise<void> {
    while (!signal.aborted) {
      const cookie = await signIn({ url, origin, username, password }).catch(() => undefined)
      if (cookie === null) return
      const to = {
        url,
        credential: { kind: 'staff' },
        headers: { cookie: cookie ?? '', origin },
        signal,
      } as const
      const line = cookie === undefined ? null : await openPersonLine<DeskView>(to)
      if (line) await live(line, person, msOf)
      await wait(again, undefined, { signal })
    }
  }

  async function comeInAllDay(): Promise<void> {
    for (let at = 0; ;) {
      const minutes = untilNextArrival(at, perMinute, street)
      at += minutes
      await wait(msOf(minutes), undefined, { signal })
      lets(comesIn())
    }
  }

  return {
    comesIn,
    begin() {
      for (const { account, counter } of roster.clerks)
        lets(works(account, clerk({ counter, demand, dice: dice.of(counter) })))
      lets(works(roster.supervisor, supervisor(dice.of('supervisor'))))
      lets(comeInAllDay())
    },
    async leave() {
      leaving.abort()
      while (lives.size > 0) await Promise.all(lives)
    },
  }
}
