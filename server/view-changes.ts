import type { DownFields } from '#shared/protocol/down.ts'
import type { View } from '#shared/protocol/views.ts'

type Changes = Pick<DownFields<'view:updated'>, 'parts' | 'lists'>
type Row = { readonly id: string }
/** The rows of a list as text, by id, in its order. */
type Rows = ReadonlyMap<string, string>

/**
 * Says how each next view differs from the one before, the first from nothing; null if it does not. What a view leaves out
 * stays as it was.
 */
export function viewChanges(): (view: Partial<View> | null) => Changes | null {
  /** What was told last of each part: rows, or the whole as text. */
  const told = new Map<string, Rows | string>()

  return (view) => {
    const changes: Changes = { parts: {}, lists: {} }
    for (const [name, part] of Object.entries(view ?? {}) as [string, unknown][]) {
      const known = told.get(name)
      const now = isList(part) ? rowsOf(part) : textOf(part)
      told.set(name, now)
      if (typeof now === 'object' && typeof known === 'object') {
        const changed = listChanges(part as Row[], now, known)
        if (changed) changes.lists[name] = changed
      } else if (now !== known) changes.parts[name] = part
    }
    const none = Object.keys(changes.parts).length + Object.keys(changes.lists).length === 0
    return none ? null : changes
  }
}

function listChanges(list: readonly Row[], rows: Rows, known: Rows): Changes['lists'][string] | null {
  const changed = list.filter(({ id }) => rows.get(id) !== known.get(id))
  const order = [...rows.keys()]
  const before = [...known.keys()]
  const sameOrder = order.length === before.length && order.every((id, place) => id === before[place])
  if (changed.length === 0 && sameOrder) return null
  return { order: sameOrder ? null : order, rows: changed }
}

/** Whose rows can be told apart. */
function isList(part: unknown): part is readonly Row[] {
  if (!Array.isArray(part)) return false
  const ids = new Set(part.map((row: Partial<Row> | null) => row?.id))
  return ids.size === part.length && [...ids].every((id) => typeof id === 'string')
}

function rowsOf(list: readonly Row[]): Rows {
  return new Map(list.map((row) => [row.id, textOf(row)]))
}

/** What many views have in common is made into text once. */
const texts = new WeakMap<object, string>()

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}
