import { parseArgs } from 'node:util'

export interface Options {
  /** People's minutes in a minute, 1 to 60. */
  readonly speed: number
  /** Overrules PORT. */
  readonly port: string | undefined
  /** After which the demo ends by itself; null: never. */
  readonly minutes: number | null
  readonly seed: string | undefined
}

export const usage = `npm run demo -- [--speed 10] [--port 3000] [--minutes N] [--seed TEXT]

  --speed    how much quicker than real people the demo's are, 1 to 60
  --port     where it listens; HOST and PUBLIC_URL are read as by npm start
  --minutes  ends by itself after so long
  --seed     the same text makes the same people decide alike`

/** Null for what cannot be understood. */
export function readOptions(args: readonly string[]): Options | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: [...args],
      options: { speed: text, port: text, minutes: text, seed: text },
    })
    const speed = Number(values.speed ?? '10')
    const minutes = values.minutes === undefined ? null : Number(values.minutes)
    const isSpeed = speed >= 1 && speed <= 60
    const areMinutes = minutes === null || minutes > 0
    return isSpeed && areMinutes ? { speed, port: values.port, minutes, seed: values.seed } : null
  } catch {
    return null
  }
}
