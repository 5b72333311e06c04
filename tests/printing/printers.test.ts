import { expect, onTestFinished, test } from 'vitest'

import { migrate } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import type { Device } from '#server/devices.ts'
import { openPrinters } from '#server/printers.ts'
import { ticketCodes } from '#server/ticket-code.ts'
import { noon, staffedHall } from '#tests/database/test-hall.ts'

const kiosk: Device = {
  ...{ id: 'kiosk', hallId: 'vilnius', kind: 'kiosk', name: 'Terminalas' },
  ...{ zone: null, counter: null, printer: 'preview:', widthDots: 384, panel: null, sound: null },
  ...{ createdAt: noon, revokedAt: null, seenAt: null, rights: [] },
}

test('a ticket that was under way when its kiosk was revoked brings no printer back', async () => {
  const db = openSqlite(':memory:')
  await migrate(db)
  const hall = await staffedHall(db)
  const printed = Promise.withResolvers<unknown>()
  const printers = openPrinters({
    authority: hall.authority,
    codes: ticketCodes('only a test: 0123456789abcdefghijklmnop'),
    publicUrl: 'http://hall.lan',
    now: () => noon,
    onPrinted: (_device, { outcome }) => printed.resolve(outcome),
    onState: () => {},
    onError: (error) => printed.reject(error),
  })
  onTestFinished(async () => {
    await printers.close()
    await db.destroy()
  })
  printers.print(kiosk, await hall.issue())
  expect(await printed.promise).toBe('printed')
  expect(printers.previews().size).toBe(1)

  await printers.forget(kiosk.id)
  const late = await hall.issue()
  printers.print(kiosk, late)
  expect(await printers.printAsked(kiosk, late, 'a copy', 'copy').printed).toBeNull()
  expect(printers.previews().size).toBe(0)
})
