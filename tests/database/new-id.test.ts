import { expect, test } from 'vitest'

import { idsBy } from '#server/new-id.ts'
import { id as wireId } from '#shared/protocol/parts.ts'

test('a later id sorts behind an earlier one', () => {
  const moments = [0, 63, 64, 1_700_000_000_000, 1_700_000_000_001, 1_795_000_000_000, 4_000_000_000_000]
  const ids = moments.map((moment) => idsBy(() => moment)())
  expect([...ids].sort()).toEqual(ids)
})

test('ids of one moment differ, and can go over the wire', () => {
  const newId = idsBy(() => 1_795_000_000_000)
  const ids = Array.from({ length: 2_000 }, newId)
  expect(new Set(ids).size).toBe(2_000)
  for (const id of ids) expect(wireId.safeParse(id).success).toBe(true)
})
