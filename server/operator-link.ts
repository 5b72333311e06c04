import { rmSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How the command line finds the server that runs on a data folder. */
export interface OperatorLink {
  readonly url: string
  readonly token: string
}

/** Readable by the owner of the process only: who can read it can read the database too. */
export function leaveLink(dataDirectory: string, link: OperatorLink): void {
  writeFileSync(pathOf(dataDirectory), JSON.stringify(link), { mode: 0o600 })
}

export function removeLink(dataDirectory: string): void {
  rmSync(pathOf(dataDirectory), { force: true })
}

/** Null if no server has left one, or it went without taking it away and nothing can be read. */
export function readLink(dataDirectory: string): OperatorLink | null {
  try {
    return JSON.parse(readFileSync(pathOf(dataDirectory), 'utf8')) as OperatorLink
  } catch {
    return null
  }
}

function pathOf(dataDirectory: string): string {
  return join(dataDirectory, 'operator.json')
}
