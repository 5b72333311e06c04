import { expect, test } from 'vitest'

import { migrate } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import { ownDays } from '#server/forecast/own-days.ts'
import { ownPast } from '#server/forecast/own-past.ts'

import { ana, config, operator, staffedHall } from './test-hall.ts'

const minute = 60_000
const date = '2024-03-04'

test('what is heard of a day as it goes is what is read of it afterwards', async () => {
  const db = openSqlite(':memory:')
  await migrate(db)
  const hall = await staffedHall(db)
  const heard = ownPast('vilnius', config, date, [])
  hall.authority.onCommitted(({ happened }) => happened.forEach(heard.happened))

  for (let n = 0; n < 6; n += 1) {
    hall.clock.ms += 2 * minute
    await hall.issue({ service: n % 2 === 0 ? 'information' : 'payments' })
  }
  for (let n = 0; n < 3; n += 1) {
    hall.clock.ms += 3 * minute
    const { ticket } = await hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' })
    hall.clock.ms += 1 * minute
    await hall.does(ana, { type: 'ticket:start', ticket: ticket! })
    await hall.does(ana, { type: 'ticket:finish', ticket: ticket! })
  }

  hall.clock.ms += minute
  const [gone] = [...hall.authority.hall().tickets.keys()]
  await hall.does(operator, { type: 'ticket:cancel', ticket: gone! })
  const days = await ownDays(db, 'vilnius', config, date, '2024-03-05')
  expect(days).toMatchObject([{ hall: 'vilnius', date, weekday: 1 }])
  expect(days[0]!.tickets[0]).toMatchObject({
    service: 'information',
    issued: 722,
  })
  const read = ownPast('vilnius', config, date, days)
  for (const service of ['information', 'payments', 'tourism'])
    expect(heard.at(service, hall.clock.ms)).toEqual(read.at(service, hall.clock.ms))
  await db.destroy()
})
