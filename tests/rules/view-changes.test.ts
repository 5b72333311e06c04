import fc from 'fast-check'
import { expect, test } from 'vitest'

import { viewChanges } from '#server/view-changes.ts'
import type { View } from '#shared/protocol/views.ts'
import { updatedView } from '#shared/ui/updated-view.ts'

const ann = { id: 'ann', waits: 1 }
const bob = { id: 'bob', waits: 2 }
const cat = { id: 'cat', waits: 3 }

/** Any parts: what is told of them knows nothing of what they mean. */
const viewOf = (parts: object) => parts as View

/** What is told of the second view to whom the first was told. */
function changed(before: object, after: object) {
  const changesOf = viewChanges()
  changesOf(viewOf(before))
  return changesOf(viewOf(after))
}

test('nothing is told of a view that is as it was', () => {
  expect(changed({ open: true, waiting: [ann, bob] }, { open: true, waiting: [{ ...ann }, bob] })).toBeNull()
})

test('of a list, the rows that differ are told', () => {
  const waits = { ...bob, waits: 9 }
  expect(changed({ waiting: [ann, bob, cat] }, { waiting: [ann, waits, cat] })).toEqual({
    parts: {},
    lists: { waiting: { order: null, rows: [waits] } },
  })
})

test('another order of the same rows is told by their ids alone', () => {
  expect(changed({ waiting: [ann, bob] }, { waiting: [bob, ann] })?.lists).toEqual({
    waiting: { order: ['bob', 'ann'], rows: [] },
  })
})

test('a row that is gone is missing in the order, a new one is told in its place', () => {
  expect(changed({ waiting: [ann, bob] }, { waiting: [bob, cat] })?.lists).toEqual({
    waiting: { order: ['bob', 'cat'], rows: [cat] },
  })
})

test('a list that was nothing meanwhile is told whole', () => {
  const changesOf = viewChanges()
  for (const waiting of [[ann], [ann, bob]]) changesOf(viewOf({ waiting }))
  expect(changesOf(viewOf({ waiting: null }))).toEqual({ parts: { waiting: null }, lists: {} })
  expect(changesOf(viewOf({ waiting: [ann, bob] }))?.parts).toEqual({ waiting: [ann, bob] })
})

test('rows without an id, or two of one id, are told with the whole list', () => {
  for (const calls of [[{ label: 'A1' }], [ann, { ...ann, waits: 5 }]])
    expect(changed({ calls: [ann] }, { calls })?.parts).toEqual({ calls })
})

test('rows that did not change stay the same things', () => {
  const before = viewOf({ waiting: [ann, bob] })
  const after = updatedView(before, {
    version: 2,
    at: 0,
    parts: {},
    lists: { waiting: { order: null, rows: [{ ...bob, waits: 9 }] } },
  })
  expect((after as unknown as { waiting: object[] }).waiting[0]).toBe(ann)
})

test('who was told of every change sees what is to be seen', () => {
  const row = fc.record({ id: fc.constantFrom('ann', 'bob', 'cat', 'dan'), waits: fc.nat(2) })
  const list = fc.oneof(
    { weight: 8, arbitrary: fc.uniqueArray(row, { selector: ({ id }) => id }) },
    { weight: 1, arbitrary: fc.array(row) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const anyView = fc.record({ open: fc.boolean(), waiting: list, missed: list })
  fc.assert(
    fc.property(fc.array(anyView, { minLength: 2, maxLength: 12 }), (views) => {
      const changesOf = viewChanges()
      let seen: View | null = null
      for (const view of views) {
        const changes = changesOf(viewOf(view))
        if (changes) seen = updatedView(seen, { version: 1, at: 0, ...changes })
        expect(seen).toEqual(view)
      }
    }),
  )
})
