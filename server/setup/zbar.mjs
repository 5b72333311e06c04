import { existsSync } from 'node:fs'
import { runs, runStep, SetupError } from './processes.mjs'

/** The tests have the QR codes on tickets read by a program that is not ours: zbarimg. */
export async function ensureZbar() {
  if (runs('zbarimg')) return
  console.error('The tests read QR codes with zbarimg and there is none; installing it …')
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    await runStep(['apt-get', 'update'])
    await runStep(['apt-get', 'install', '--yes', '--no-install-recommends', 'zbar-tools'])
  }
  if (runs('zbarimg')) return
  throw new SetupError(
    'The tests read the QR codes on tickets with zbarimg, which is not there and could not be installed.\n' +
      'Install it (Debian and Ubuntu: apt-get install zbar-tools; macOS: brew install zbar) and run the same command again.',
  )
}
