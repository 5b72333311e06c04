import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { node, runs, runStep, SetupError, tool } from './processes.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * The path of a Chromium that runs: the one named by CHROME_PATH, the system's, Playwright's own, or else one
 * installed now.
 */
export async function ensureChromium() {
  const named = process.env.CHROME_PATH
  if (named && !runs(named)) throw new SetupError(`CHROME_PATH names no Chromium that runs: ${named}`)
  return named || (await findChromium()) || (await installChromium())
}

async function findChromium() {
  const { chromium } = await import('playwright-core')
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, macChrome, chromium.executablePath()].find((path) => existsSync(path) && runs(path))
}

async function installChromium() {
  console.error('The tests need a Chromium and there is none; installing one …')
  for (const command of installers()) {
    const { code } = await runStep(command)
    const found = code === 0 && (await findChromium())
    if (found) return found
  }
  throw new SetupError(
    'The tests drive the pages in a Chromium, and none could be had: CHROME_PATH is not set, none of ' +
      `${names.join(', ')} is on the PATH, and none could be installed (the messages stand above).\n` +
      'Install Chromium, or set CHROME_PATH to one, and run the same command again.',
  )
}

function installers() {
  const playwright = [node, tool('playwright-core'), 'install', 'chromium']
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return [playwright]
  // Debian's package brings the libraries that a browser needs, so it is asked first; Ubuntu's brings none.
  return [
    ['apt-get', 'update'],
    ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
    [...playwright, '--with-deps'],
  ]
}
