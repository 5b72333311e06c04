import { protocolVersion } from '../protocol/version.ts'
import type { View } from '../protocol/views.ts'
import { recall, remember } from './tab-memory.ts'

export interface Kept<V extends View> {
  readonly view: V
  /** When it was known to be true, epoch ms by the server's clock. */
  readonly seenAt: number
}

/** The newest view of a page, for as long as its tab is open: loaded anew without the server, it can say what is known. */
export interface KeptView<V extends View> {
  read(): Kept<V> | null
  write(kept: Kept<V>): void
}

/** Keeps it under `key`; forgets what was kept by a page of another protocol. */
export function keptView<V extends View>(key: string): KeptView<V> {
  const place = `${key}-${protocolVersion}`
  return {
    read: () => JSON.parse(recall(place) ?? 'null') as Kept<V> | null,
    write: (kept) => void remember(place, JSON.stringify(kept)),
  }
}
