import { parseArgs } from 'node:util'
import { report } from '../table.ts'
import { realTickets } from './real-tickets.ts'
import { referenceDays } from './reference-days.ts'
import { twinSpeed } from './twin-speed.ts'

/**
 * How well waits are foretold: by the twin on days of the reference hall, `npm run bench:forecast -- --seed S --json`, with
 * how fast it is; or by what is learned, from the first days of a table of real tickets, on the later ones:
 * `-- --tickets FILE[.gz] --train-days N [--ablation]`.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'forecast' },
    days: { type: 'string', default: '40' },
    tickets: { type: 'string' },
    'train-days': { type: 'string', default: '8' },
    ablation: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const { tickets, ablation } = values
const rows = tickets
  ? realTickets({ file: tickets, trainDays: Number(values['train-days']), ablation })
  : [...(await twinSpeed()), ...referenceDays(values.seed, Number(values.days))]
process.exitCode = report('forecast', rows, values.json)
