import { accessSync, constants, mkdirSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { resolve } from 'node:path'

import type { Reach } from '#shared/protocol/launch.ts'

export interface Environment {
  /** 0 lets the system choose a free one. */
  readonly port: number
  readonly host: string
  /** Absolute; it exists and can be written to. */
  readonly dataDirectory: string
  /** The origin by which browsers reach the hall, if it was named; else see `publicUrl`. */
  readonly namedUrl: string | null
}

export type EnvironmentResult =
  { readonly ok: true; readonly environment: Environment } | { readonly ok: false; readonly errors: string[] }

/**
 * Reads and checks the settings that come from outside, so that a wrong one stops the start and not a visitor.
 * Makes the data directory. Every error names the variable, its value and what is expected. An empty variable
 * counts as none.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): EnvironmentResult {
  const errors: string[] = []
  const environment: Environment = {
    port: readPort(env['PORT'] || '3000', errors),
    host: readHost(env['HOST'] || '127.0.0.1', errors),
    dataDirectory: readDataDirectory(env['DATA_DIR'] || './data', errors),
    namedUrl: env['PUBLIC_URL'] ? readOrigin(env['PUBLIC_URL'], errors) : null,
  }
  return errors.length === 0 ? { ok: true, environment } : { ok: false, errors }
}

/** The origin by which browsers reach the hall; `port` is the one that is listened on. */
export function publicUrl({ namedUrl, host }: Environment, port: number): string {
  if (namedUrl !== null) return namedUrl
  const isLocal = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)
  const name = isLocal ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}

/**
 * Whether other machines get to a public address, and whether the way there is encrypted. Over plain http browsers keep
 * no pages for when the server is down, copy nothing to the clipboard and show no notifications.
 */
export function reachOf(url: string): Reach {
  const { protocol, hostname } = new URL(url)
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  if (isLocal) return 'this-machine'
  return protocol === 'https:' ? 'encrypted' : 'plain'
}

function readPort(value: string, errors: string[]): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  errors.push(`PORT is "${value}"; expected a whole number from 1 to 65535, or 0 for any free port.`)
  return 0
}

function readHost(value: string, errors: string[]): string {
  if (isIPv6(value) || /^[\w.-]+$/.test(value)) return value
  errors.push(
    `HOST is "${value}"; expected an address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0.`,
  )
  return value
}

function readDataDirectory(value: string, errors: string[]): string {
  const directory = resolve(value)
  try {
    // In it are hashes of passwords and open sessions.
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    errors.push(`DATA_DIR is "${value}"; expected a folder that can be made and written to (${reason}).`)
  }
  return directory
}

function readOrigin(value: string, errors: string[]): string | null {
  const url = URL.canParse(value) ? new URL(value) : null
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (url && isWeb && url.href === `${url.origin}/`) return url.origin
  errors.push(
    `PUBLIC_URL is "${value}"; expected the http or https address of the hall without a path, such as https://queue.example.org.`,
  )
  return null
}
