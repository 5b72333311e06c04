import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Clips kept on disk by the name of what they say. */
export interface ClipShelf {
  readonly has: (name: string) => boolean
  /** Null if it is not there (any more). */
  readonly read: (name: string) => Promise<Buffer | null>
  readonly put: (name: string, clip: Buffer) => Promise<void>
}

export interface ShelfLimits {
  readonly clips: number
  readonly bytes: number
}

const ending = '.wav'
/** Of a clip that is being written, so that none is half when it is read. */
const unfinished = '.part'

/** Opens a folder of clips, and makes it. When it is full, what was not used for longest goes. */
export async function openShelf(folder: string, limits: ShelfLimits): Promise<ClipShelf> {
  await mkdir(folder, { recursive: true })
  /** Bytes by name, the longest unused first. */
  const sizes = await readFolder(folder)
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  await makeRoom()

  function forget(name: string): void {
    bytes -= sizes.get(name) ?? 0
    sizes.delete(name)
  }

  async function makeRoom(): Promise<void> {
    for (const name of [...sizes.keys()]) {
      if (sizes.size <= limits.clips && bytes <= limits.bytes) return
      forget(name)
      await rm(join(folder, name + ending), { force: true })
    }
  }

  return {
    has: (name) => sizes.has(name),
    async read(name) {
      const size = sizes.get(name)
      if (size === undefined) return null
      sizes.delete(name)
      sizes.set(name, size)
      const clip = await readFile(join(folder, name + ending)).catch(() => null)
      if (clip === null) forget(name)
      return clip
    },
    async put(name, clip) {
      const path = join(folder, name + ending)
      await writeFile(path + unfinished, clip)
      await rename(path + unfinished, path)
      forget(name)
      sizes.set(name, clip.length)
      bytes += clip.length
      await makeRoom()
    },
  }
}

async function readFolder(folder: string): Promise<Map<string, number>> {
  const found: { name: string; size: number; at: number }[] = []
  for (const file of await readdir(folder)) {
    const path = join(folder, file)
    if (file.endsWith(unfinished)) await rm(path, { force: true })
    if (!file.endsWith(ending)) continue
    const { size, mtimeMs } = await stat(path)
    // The power was cut before what is in it was on the disk.
    if (size === 0) await rm(path, { force: true })
    else found.push({ name: file.slice(0, -ending.length), size, at: mtimeMs })
  }
  return new Map(found.sort((a, b) => a.at - b.at).map(({ name, size }) => [name, size]))
}
