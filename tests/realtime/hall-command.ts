import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

interface Said {
  readonly code: number
  readonly out: string
  readonly errors: string
}

/** The real command line in a process of its own, as `npm run hall --` starts it. */
export async function hallCommand(dataDirectory: string, args: readonly string[], input = ''): Promise<Said> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/cli.ts'), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDirectory },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, errors }
}
