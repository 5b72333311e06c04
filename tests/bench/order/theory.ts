import { diceOf } from '#tests/demo/dice.ts'
import { within, type Row } from '../table.ts'
import { accumulatingWaits, erlangC, meanWait } from './oracles.ts'
import { waitsIn, type Kind, type PlainHall } from './plain-hall.ts'

const servingMinutes = 8

/** Counters and load. */
const erlangHalls = [
  [10, 8],
  [8, 7],
  [5, 4],
] as const

/** Shares and targets of the services, those with the longest target first. */
const mixes = [
  [
    { share: 0.7, targetMinutes: 30 },
    { share: 0.2, targetMinutes: 20 },
    { share: 0.1, targetMinutes: 10 },
  ],
  [
    { share: 0.6, targetMinutes: 30 },
    { share: 0.4, targetMinutes: 10 },
  ],
] as const

/** The simulator with our order in it, beside what theory says of halls simple enough for it: who waits at all. */
export function erlangRows(seed: string, visitors: number): Row[] {
  return erlangHalls.map(([counters, load]) => delayedRow(counters, load, seed, visitors))
}

/** The same for how long each service waits when the used share of the target decides. */
export function accumulatingRows(seed: string, visitors: number): Row[] {
  return mixes.flatMap((mix) => rowsOfMix(mix, seed, visitors))
}

/** Held against the load that the visitors happened to bring, so that fewer of them are enough. */
function delayedRow(counters: number, load: number, seed: string, visitors: number): Row {
  const kinds = [{ service: 'any', class: 'ordinary', share: 1, targetMinutes: 30 }] as const
  const hall: PlainHall = { rule: 'first-come', counters, load, servingMinutes, kinds }
  const found = waitsIn(hall, visitors, diceOf(`${seed}/erlang ${counters}`))
  const value = (found.delayed * erlangC(counters, load)) / erlangC(counters, found.load)
  return nearly(`Erlang C (${counters}, ${load})`, value, '', erlangC(counters, load))
}

/** Chance strikes all services alike, so that what the same visitors waited on average takes it out. */
function rowsOfMix(
  mix: readonly Pick<Kind, 'share' | 'targetMinutes'>[],
  seed: string,
  visitors: number,
): Row[] {
  const [counters, load] = [4, 3.6]
  const kinds = mix.map((one) => ({
    ...one,
    service: `${one.targetMinutes} min`,
    class: 'ordinary' as const,
  }))
  const hall: PlainHall = { rule: 'share', counters, load, servingMinutes, kinds }
  const found = waitsIn(hall, visitors, diceOf(`${seed}/accumulating ${mix.length}`))
  const scale = meanWait(counters, load, servingMinutes) / found.mean
  const rates = mix.map(({ share, targetMinutes }) => ({ share, rate: 1 / targetMinutes }))
  const waits = accumulatingWaits(rates, counters, load, servingMinutes)
  return kinds.map(({ share, service }, index) => {
    const what = `accumulating, ${mix.length} services: ${100 * share} % of ${service}`
    return nearly(what, found.means[index]! * scale, 'min', waits[index]!)
  })
}

function nearly(what: string, value: number, unit: string, exact: number): Row {
  return { ...within(what, value, unit, 0.02 * exact, exact), bound: 'within 2 % of floor' }
}
