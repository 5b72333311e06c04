import { expect, onTestFinished, test } from 'vitest'

import { migrate } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import { openForecaster, type ForecasterParts } from '#server/forecast/forecaster.ts'

import { ana, staffedHall } from './test-hall.ts'

const brittle = new URL('./brittle-twin.ts', import.meta.url)
const minute = 60_000

/** A hall with a forecaster beside it, and the way to hear of each forecast. */
async function foreseen(parts: Partial<ForecasterParts>) {
  const db = openSqlite(':memory:')
  await migrate(db)
  const hall = await staffedHall(db)
  const errors: string[] = []
  let heard = 0
  const forecaster = openForecaster({
    authority: hall.authority,
    db,
    hallId: 'vilnius',
    now: () => hall.clock.ms,
    onForecast: () => (heard += 1),
    onError: (error) => errors.push((error as Error).message),
    ...parts,
  })
  onTestFinished(async () => {
    await forecaster.close()
    await db.destroy()
  })
  /** Lets something happen, and waits for the forecast that follows. */
  const after = async (happens: () => Promise<unknown>) => {
    const before = heard
    await happens()
    await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(before)
    return forecaster.current()
  }
  await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(0)
  return { hall, errors, after, forecaster }
}

test('the twin foresees who waits and who would come, and is asked anew after something has happened', async () => {
  const { hall, after, forecaster } = await foreseen({})
  expect(forecaster.current()?.services.get('information')).toMatchObject({ low: 0, high: 0 })
  for (let n = 0; n < 3; n += 1) await hall.issue()
  const last = await hall.issue()
  const forecast = (await after(() => hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' })))!
  const newcomer = forecast.services.get('information')!
  expect(newcomer.mid).toBeGreaterThan(minute)
  expect(newcomer.promised!.high).toBeGreaterThan(newcomer.promised!.low)
  expect(forecast.tickets.get(last)!.mid - forecast.at).toBeGreaterThan(0)
  expect(forecast.tickets.get(last)!.mid - forecast.at).toBeLessThanOrEqual(newcomer.mid)
  expect(forecast.services.has('permits')).toBe(false)
}, 20_000)

test('a twin that dies or hangs leaves no forecast, and the queue as it is, until it is well again', async () => {
  const { hall, errors, after } = await foreseen({ workerFile: brittle, limitMs: 1_500 })
  expect(await after(() => hall.issue())).toBeNull()
  expect(await after(() => hall.issue())).toBeNull()
  expect(errors).toEqual(['the worker ended (1)', 'no answer within 1500 ms'])
  const third = await hall.issue()
  const forecast = await after(() => hall.issue())
  expect(forecast!.tickets.get(third)).toMatchObject({ mid: hall.clock.ms + 300_000 })
  expect(hall.authority.hall().tickets.size).toBe(4)
}, 30_000)
