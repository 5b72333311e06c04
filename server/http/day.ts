import { Hono } from 'hono'

import type { DayFairness, DayWaits } from '#shared/protocol/day.ts'

import { legsOfDay } from '../db/legs.ts'
import { dayFairness } from '../past/day-fairness.ts'
import { quartersOf } from '../past/day-waits.ts'
import { findOpening, momentsFrom } from '../past/past-day.ts'
import { seldom } from '../seldom.ts'
import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

/** A day is gone through from its start: not more often than that, in ms. */
const fairnessEvery = 30_000
const waitsEvery = 10_000

/** How the day has gone so far, for staff who watch over the hall. */
export function dayRoutes(parts: HttpParts): Hono<StaffContext> {
  const { authority, db, hallId, now } = parts
  const app = new Hono<StaffContext>()
  const fairness = seldom(fairnessEvery, now, countFairness)
  const waits = seldom(waitsEvery, now, countWaits)
  app.use(staffWith(parts, 'hall:see'))

  app.get('/fairness', async (c) => {
    const counted = await fairness()
    return counted ? c.json(counted) : c.json({ code: 'day/not-open' }, 409)
  })
  app.get('/waits', async (c) => c.json(await waits()))

  async function countFairness(): Promise<DayFairness | null> {
    const { day, config } = authority.hall()
    const opening = day && (await findOpening(db, hallId, null))
    if (!opening || !config) return null
    return await dayFairness(momentsFrom(db, hallId, opening), config.services, now())
  }

  async function countWaits(): Promise<DayWaits> {
    const { day, config } = authority.hall()
    const legs = day ? await legsOfDay(db, hallId, day.date) : []
    return { timeZone: config?.timeZone ?? 'UTC', quarters: quartersOf(legs, now()) }
  }

  return app
}
