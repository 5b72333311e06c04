import type { Kysely } from 'kysely'

import { markSeen } from './db/devices.ts'
import type { Database } from './db/schema.ts'

export interface PresenceParts {
  readonly db: Kysely<Database>
  /** Epoch ms. */
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

/** Which devices are connected since when; the database knows when each was last. */
export interface Presence {
  /** A line of a device was opened or has closed. It may have several. */
  readonly opened: (device: string) => void
  readonly closed: (device: string) => void
  /** Since when a device is connected, in epoch ms; null if it is not. */
  readonly since: (device: string) => number | null
  /** When its last line closed since the server's start; null if none did. */
  readonly leftAt: (device: string) => number | null
  /** Once all lines have closed: keeps what is not stored yet. */
  readonly close: () => Promise<void>
}

/** A power cut costs so much of the truth, in ms. */
const storeEvery = 60_000

export function openPresence({ db, now, onError }: PresenceParts): Presence {
  const connected = new Map<string, { readonly since: number; readonly lines: number }>()
  const left = new Map<string, number>()
  const unstored = new Set<string>()
  let storing: Promise<void> | null = null

  /** After a restart all devices come at once: those that come during one write are in the next. */
  function store(devices: Iterable<string>): void {
    for (const device of devices) unstored.add(device)
    storing ??= storeAll().finally(() => (storing = null))
  }

  async function storeAll(): Promise<void> {
    while (unstored.size > 0) {
      const devices = [...unstored]
      unstored.clear()
      await markSeen(db, devices, now()).catch(onError)
    }
  }

  const storingAgain = setInterval(() => store(connected.keys()), storeEvery).unref()

  return {
    opened(device) {
      const { since, lines } = connected.get(device) ?? { since: now(), lines: 0 }
      connected.set(device, { since, lines: lines + 1 })
      if (lines === 0) store([device])
    },
    closed(device) {
      const { since, lines } = connected.get(device) ?? { since: 0, lines: 0 }
      if (lines > 1) return void connected.set(device, { since, lines: lines - 1 })
      connected.delete(device)
      left.set(device, now())
      store([device])
    },
    since: (device) => connected.get(device)?.since ?? null,
    leftAt: (device) => left.get(device) ?? null,
    async close() {
      clearInterval(storingAgain)
      await storing
    },
  }
}
