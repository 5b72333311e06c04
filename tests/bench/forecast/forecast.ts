import { report } from '../table.ts'
import { realTickets } from './real-tickets.ts'

/**
 * How well waits are forecast: `npm run bench:forecast -- --tickets FILE[.gz] --train-days N [--ablation] [--json]`
 * learns from the first days of a table of real tickets and reports on the later ones.
 */
const args = process.argv.slice(2)
const json = args.includes('--json')
const tickets = after('--tickets')

if (tickets) {
  const trainDays = Number(after('--train-days'))
  const rows = realTickets({ file: tickets, trainDays, ablation: args.includes('--ablation') })
  process.exitCode = report('forecast', rows, json)
} else {
  console.error('Say which tickets: --tickets FILE[.gz] --train-days N')
  process.exitCode = 2
}

function after(name: string): string | undefined {
  const at = args.indexOf(name)
  return at === -1 ? undefined : args[at + 1]
}
