import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { node, root, runStep, SetupError, tool } from './processes.mjs'

const sources = [
  ...['counter', 'display', 'kiosk', 'server', 'shared'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
]
const stamp = join(root, 'build/build-id')

/** Builds the pages unless the build is that of these very sources. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await withLock('build', async () => {
    if (!isBuilt()) await build()
  })
}

async function build() {
  console.error('Building the pages …')
  const id = sourceId()
  const { code } = await runStep([node, tool('vite'), 'build', '--logLevel=warn'], {
    NODE_ENV: 'production',
    EILE_BUILD_ID: id,
  })
  if (code !== 0) throw new SetupError('The build failed; its message stands above.')
  // The adapter empties the folder before it fills it, so a build that was cut short leaves no stamp.
  writeFileSync(stamp, id)
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceId()
}

/**
 * Names the sources by what they say: times of change do not survive a clone or a copy, and two builds of the
 * same sources are to have one name.
 */
function sourceId() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) {
    const content = createHash('sha256')
      .update(readFileSync(join(root, file)))
      .digest('hex')
    hash.update(`${file} ${content}\n`)
  }
  return hash.digest('hex').slice(0, 12)
}

/**
 * The files in a folder and below, in a fixed order; a file stands for itself.
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [path] : []
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesIn(`${path}/${name}`))
}
