import type { DownFields } from '../protocol/down.ts'
import type { View } from '../protocol/views.ts'

type Row = DownFields<'view:updated'>['lists'][string]['rows'][number]

/** The whole view after an update. Rows that did not change are the same objects as before. */
export function updatedView<V extends View>(view: V | null, { parts, lists }: DownFields<'view:updated'>): V {
  const updated: Record<string, unknown> = { ...view, ...parts }
  for (const [name, { order, rows }] of Object.entries(lists)) {
    const all = new Map([...(updated[name] as Row[]), ...rows].map((row) => [row.id, row]))
    updated[name] = order === null ? [...all.values()] : order.map((id) => all.get(id))
  }
  return updated as V
}
