import type { Picture } from '#shared/display/legibility.ts'
import { explain, hallConfig } from '#shared/protocol/hall-config.ts'

import { deviceOperations } from './device-operations.ts'
import type { HallAuthority } from './hall.ts'
import { lookingBack } from './past/looking-back.ts'
import { roles } from './rights.ts'
import { resetPassword } from './staff-secrets.ts'
import { addStaff, listStaff, removeStaff, type StaffParts } from './staff.ts'
import { no, row, sentence, strings, yes } from './told.ts'
import type { VoiceSources } from './voice/sources.ts'
import { voiceReport } from './voice/voice-report.ts'

export interface OperationParts extends StaffParts {
  readonly authority: HallAuthority
  /** Where browsers reach the hall. */
  readonly publicUrl: string
  /** By which pages of ours are reached. */
  readonly origins: readonly string[]
  /** Ends the connections of who may no longer be there, and a device's to its printer. None where no server runs. */
  readonly expel: (who: { kind: 'staff' | 'device'; id: string }) => void
  readonly onStaffChanged: () => Promise<void>
  readonly onDevicesChanged: () => Promise<void>
  /** What a device's page said last of its own size; null if nothing. */
  readonly pictureOf: (deviceId: string) => Picture | null
  /** Looks for the voice's program and reads the hall's recordings anew. */
  readonly lookForVoice: () => Promise<VoiceSources>
  /** Where the hall's recordings are. */
  readonly recordingsFolder: string
  /** Makes a device connect again, as what it is by now; nothing where no server runs. */
  readonly renew: (deviceId: string) => void
}

/** Told to the operator as they stand: lines of text, or what was wrong. */
export type Told =
  | { readonly ok: true; readonly lines: readonly string[]; readonly config?: unknown }
  | { readonly ok: false; readonly lines: readonly string[] }

export type Operation = (parts: OperationParts, input: Readonly<Record<string, unknown>>) => Promise<Told>

/** What the operator can do at the command line, in the running server or without one. */
export const operations: Readonly<Record<string, Operation>> = {
  async export({ authority }) {
    const { config } = authority.hall()
    return config ? { ok: true, lines: [], config } : no('The hall has no configuration yet: import one.')
  },

  async import({ authority, newId }, { config }) {
    const parsed = hallConfig.safeParse(config)
    if (!parsed.success) return { ok: false, lines: ['The file was not imported:', ...explain(parsed.error)] }
    const command = { type: 'hall:configure', config: parsed.data } as const
    const outcome = await authority.submit({ id: newId(), by: { kind: 'operator', id: 'cli' }, command })
    if (!outcome.ok) return no(`The file was not imported: ${sentence(outcome)}.`)
    const { services, counters } = parsed.data
    return yes(`Imported: ${services.length} services, ${counters.length} counters.`)
  },

  async 'staff add'(parts, input) {
    const { username, name, password, role } = strings(input)
    const added = await addStaff(parts, {
      username: username ?? '',
      name: name ?? username ?? '',
      password: password ?? '',
      role: role ?? '',
    })
    if (!added.ok) return no(`Not added: ${sentence(added)}. Roles: ${roles.join(', ')}.`)
    await parts.onStaffChanged()
    return yes(`Added ${added.staff.username} (${added.staff.name}), ${added.staff.role}.`)
  },

  async 'staff list'(parts) {
    const staff = await listStaff(parts)
    return { ok: true, lines: staff.map(({ username, name, role }) => row(username, role, name)) }
  },

  async 'staff remove'(parts, input) {
    const removed = await removeStaff(parts, strings(input).username ?? '')
    if (!removed.ok) return no(`Not removed: ${sentence(removed)}.`)
    parts.expel({ kind: 'staff', id: removed.userId })
    await parts.onStaffChanged()
    return yes('Removed; all sessions have ended.')
  },

  async 'staff password'(parts, input) {
    const { username, password } = strings(input)
    const reset = await resetPassword(parts, { username: username ?? '', password: password ?? '' })
    if (!reset.ok) return no(`Not changed: ${sentence(reset)}.`)
    parts.expel({ kind: 'staff', id: reset.userId })
    return yes('Changed; all sessions have ended.')
  },

  async voice({ authority, lookForVoice, recordingsFolder }) {
    const sources = await lookForVoice()
    return { ok: true, lines: voiceReport(sources, authority.hall().config, recordingsFolder) }
  },

  ...deviceOperations,
  ...lookingBack,
}
