import { openForecaster } from '#server/forecast/forecaster.ts'
import { openWorkerRoom } from '#server/worker-room.ts'
import { emptyPace } from '#shared/queue/twin/pace.ts'
import { twinOf } from '#shared/queue/twin/twin-of.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'
import type { TwinResult } from '#shared/queue/twin/twin.ts'
import { atMost, median, noMoreThan, type Row } from '../table.ts'
import { counters, fullHall, issueOf, waiting } from './full-hall.ts'

const runs = 9
const rounds = 3
const commands = 6_000
const file = new URL('../../../server/forecast/twin-worker.ts', import.meta.url)

/** How long the twin of a full hall runs, and what it costs those who command the hall meanwhile. */
export async function twinSpeed(): Promise<Row[]> {
  process.stderr.write(`the twin of ${waiting} waiting and ${counters} counters\n`)
  const hall = await fullHall()
  const room = openWorkerRoom<TwinInput, TwinResult>({ file, limitMs: 60_000 })
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    await room.ask(twinOf(hall.authority.hall(), emptyPace(), hall.now())!)
    took.push(performance.now() - from)
  }
  await room.close()

  const without: number[] = []
  const during: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    without.push(await commandP99())
    const { authority, db, hallId, now } = hall
    const onError = (error: unknown) => {
      throw error
    }
    const first = Promise.withResolvers<void>()
    const forecaster = openForecaster({ authority, db, hallId, now, onForecast: first.resolve, onError })
    // A hall's server has begun its day long ago. The forecaster alone keeps no process awake.
    const awake = setInterval(() => {}, 1_000)
    await first.promise
    clearInterval(awake)
    during.push(await commandP99())
    await forecaster.close()
  }
  await hall.db.destroy()
  return [
    noMoreThan('twin run', median(took), 'ms', 200),
    atMost('command p99 while forecasting', median(during), 'ms', 1.5, median(without)),
  ]

  /** Tickets come and go again, so that as many wait as before. */
  async function commandP99(): Promise<number> {
    const times: number[] = []
    const timed = async <T>(work: Promise<T>): Promise<T> => {
      const from = performance.now()
      const done = await work
      times.push(performance.now() - from)
      return done
    }
    for (let n = 0; n < commands / 2; n += 1) {
      const { ticket } = await timed(hall.submit('device', 'kiosk', issueOf(n)))
      await timed(hall.submit('device', 'kiosk', { type: 'ticket:cancel', ticket: ticket! }))
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!
  }
}
