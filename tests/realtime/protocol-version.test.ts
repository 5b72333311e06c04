import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { acknowledgement, down } from '#shared/protocol/down.ts'
import { handshake } from '#shared/protocol/handshake.ts'
import { up } from '#shared/protocol/up.ts'
import { protocolVersion } from '#shared/protocol/version.ts'

/** What each version of the wire looks like. A released one is never edited. */
const hashes: Readonly<Record<number, string>> = {
  1: 'cdc252e1a5ae7e71',
  2: '2cedd2187bded63d',
}

test('the wire is the one that its version stands for', () => {
  const schemas = { handshake, acknowledgement, ...up, ...down }
  const shapes = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ])
  const hash = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)
  expect(
    hash,
    `The wire has changed. Pages that are open by now speak the old one: raise protocolVersion in
shared/protocol/version.ts, say there in a line what changed, and add the new version with "${hash}" here.
(Before the first release it is enough to put "${hash}" in the place of the old one.)`,
  ).toBe(hashes[protocolVersion])
})
