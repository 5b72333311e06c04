import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a reader of QR codes, not ours, reads in the picture at `path`. */
export async function scan(path: string): Promise<string> {
  try {
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', path])
    return stdout.trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('zbarimg is missing: apt-get install zbar-tools', { cause: error })
    }
    throw error
  }
}
