/**
 * A hall to try the order on: eight counters of unlike skills, 84 % busy over the day and more than full at noon. All
 * numbers are assumed, none was measured in one hall; where they come from: docs/order.md. Times are minutes after
 * opening, durations minutes.
 */
export interface HallModel extends Floor {
  readonly openMinutes: number
  readonly customersPerDay: number
  /** Days differ by a lognormal factor of mean 1 with this standard deviation of its logarithm. */
  readonly dayLogSd: number
  /** Walk-ins by half hour, relative to each other. */
  readonly walkIns: readonly number[]
  readonly services: readonly ServiceModel[]
  /** Shares are of all customers. */
  readonly priority: { readonly share: number; readonly targetFactor: number }
  readonly appointments: AppointmentsModel
  readonly noShow: NoShowModel
}

/** Where visitors are served, whoever comes. */
export interface Floor {
  readonly counters: readonly CounterModel[]
  readonly walkMinutes: number
  /** What a counter loses on somebody who does not come. */
  readonly lostMinutes: number
  /** Where somebody who reports back waits: at their old place, or behind all others. */
  readonly backTo: 'own' | 'end'
}

/** Serving times are lognormal; `cv` is the standard deviation divided by the mean. */
export interface ServiceModel {
  readonly id: string
  readonly share: number
  readonly meanMinutes: number
  readonly cv: number
  readonly targetMinutes: number
}

export interface CounterModel {
  readonly services: readonly string[]
  /** Serving times are multiplied with it: above 1 is slower. */
  readonly speed: number
  readonly opens: number
  readonly break: { readonly from: number; readonly minutes: number } | null
}

/** Check-in is normally distributed around the slot, `earliest` and `latest` are its ends, all relative to the slot. */
export interface AppointmentsModel {
  readonly share: number
  readonly slotMinutes: number
  readonly lastSlot: number
  readonly mean: number
  readonly sd: number
  readonly earliest: number
  readonly latest: number
  readonly targetMinutes: number
}

/** The time until somebody who missed the call reports back is exponential. */
export interface NoShowModel {
  readonly probability: number
  readonly returning: number
  readonly returnMinutes: number
}

export const minute = 60_000

export const referenceHall: HallModel = {
  openMinutes: 480,
  customersPerDay: 352,
  dayLogSd: 0.12,
  walkIns: [1.35, 1.15, 1.05, 1.05, 1.15, 1.3, 1.4, 1.4, 1.25, 1.05, 0.9, 0.85, 0.8, 0.75, 0.65, 0.4],
  services: [
    { id: 'collect', share: 0.26, meanMinutes: 3.5, cv: 0.7, targetMinutes: 10 },
    { id: 'id-card', share: 0.22, meanMinutes: 9, cv: 0.5, targetMinutes: 20 },
    { id: 'vehicle', share: 0.17, meanMinutes: 14, cv: 0.6, targetMinutes: 30 },
    { id: 'residence', share: 0.15, meanMinutes: 8, cv: 0.6, targetMinutes: 20 },
    { id: 'business', share: 0.08, meanMinutes: 18, cv: 0.7, targetMinutes: 30 },
    { id: 'cashier', share: 0.12, meanMinutes: 4, cv: 0.6, targetMinutes: 10 },
  ],
  counters: [
    counter(0.95, 150, ['collect', 'cashier']),
    counter(1.05, 180, ['collect', 'cashier', 'id-card']),
    counter(1.0, 210, ['id-card', 'residence']),
    counter(0.88, 240, ['id-card', 'residence', 'collect']),
    counter(1.12, 150, ['vehicle', 'business']),
    counter(0.92, 210, ['vehicle', 'business', 'residence']),
    counter(1.1, 240, ['id-card', 'vehicle', 'residence']),
    {
      ...counter(1.0, 180, ['collect', 'id-card', 'vehicle', 'residence', 'business', 'cashier']),
      opens: 30,
    },
  ],
  priority: { share: 0.08, targetFactor: 0.5 },
  appointments: {
    share: 0.12,
    slotMinutes: 15,
    lastSlot: 450,
    mean: -5,
    sd: 6,
    earliest: -30,
    latest: 15,
    targetMinutes: 10,
  },
  noShow: { probability: 0.06, returning: 0.5, returnMinutes: 10 },
  walkMinutes: 0.4,
  lostMinutes: 1.5,
  backTo: 'own',
}

function counter(speed: number, breakFrom: number, services: readonly string[]): CounterModel {
  return { services, speed, opens: 0, break: { from: breakFrom, minutes: 30 } }
}
