import { createHash, timingSafeEqual } from 'node:crypto'

import type { NewAdministrator, SetupNeeds, SetupRefusal } from '#shared/protocol/setup.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { countWithRole } from './db/staff-roles.ts'
import type { OperationParts } from './operations.ts'
import { addStaff, type StaffRefusal } from './staff.ts'

export interface FirstStartParts extends Omit<OperationParts, 'by'> {
  /** In the link at the console; new at each start. */
  readonly token: string
}

/** What is asked for; a part that the hall has already is not looked at. */
export interface FirstStartOrder {
  readonly config: HallConfig | null
  readonly administrator: NewAdministrator | null
}

export type FirstStartOutcome =
  { readonly ok: true } | { readonly ok: false; readonly code: SetupRefusal | StaffRefusal }

/** The way into a hall that has no configuration or nobody who could sign in and change it. */
export interface FirstStart {
  readonly needs: () => Promise<SetupNeeds>
  /** For the console: where the hall is set up. Null if it is. */
  readonly link: () => Promise<string | null>
  /** Whether this is the token of the link. It is too long to be guessed, so wrong ones are not counted. */
  readonly admit: (token: string) => 'setup/wrong-token' | null
  /** Gives the hall what it lacks. One at a time; what failed can be tried again. */
  readonly setUp: (order: FirstStartOrder) => Promise<FirstStartOutcome>
}

export function openFirstStart(parts: FirstStartParts): FirstStart {
  const { authority, db, hallId, newId, publicUrl } = parts
  const by = { kind: 'operator', id: 'first-start' } as const
  const wanted = digest(parts.token)
  let working: Promise<unknown> = Promise.resolve()

  async function needs(): Promise<SetupNeeds> {
    const hall = authority.hall().config === null
    const administrator = (await countWithRole(db, hallId, 'administrator')) === 0
    return { needed: hall || administrator, hall, administrator }
  }

  async function carryOut({ config, administrator }: FirstStartOrder): Promise<FirstStartOutcome> {
    const lacking = await needs()
    if (!lacking.needed) return { ok: false, code: 'setup/done' }
    if (lacking.hall) {
      if (!config) return { ok: false, code: 'setup/invalid' }
      const command = { type: 'hall:configure', config } as const
      const outcome = await authority.submit({ id: newId(), by, command })
      // Nothing lives in a hall that has never been configured.
      if (!outcome.ok) throw new Error(`The first configuration was refused: ${outcome.code}`)
    }
    if (lacking.administrator) {
      if (!administrator) return { ok: false, code: 'setup/invalid' }
      const added = await addStaff({ ...parts, by }, { ...administrator, role: 'administrator' })
      if (!added.ok) return added
      await parts.onStaffChanged()
    }
    return { ok: true }
  }

  return {
    needs,
    link: async () => ((await needs()).needed ? `${publicUrl}/setup#token=${parts.token}` : null),
    admit: (token) => (timingSafeEqual(digest(token), wanted) ? null : 'setup/wrong-token'),
    setUp(order) {
      const done = working.then(() => carryOut(order))
      working = done.catch(() => {})
      return done
    },
  }
}

/** Of one length whatever was given, to be compared in one time. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
