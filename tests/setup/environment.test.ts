import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { publicUrl, readEnvironment, type Environment } from '#server/environment.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eile-environment-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

function read(env: Record<string, string>): Environment {
  const result = readEnvironment({ DATA_DIR: temporaryFolder(), ...env })
  if (!result.ok) throw new Error(result.errors.join('\n'))
  return result.environment
}

function errorsOf(env: Record<string, string>): string[] {
  const result = readEnvironment({ DATA_DIR: temporaryFolder(), ...env })
  return result.ok ? [] : result.errors
}

test('without any setting the hall is served on this machine alone, at port 3000', () => {
  const environment = read({})
  expect(environment).toMatchObject({ port: 3000, host: '127.0.0.1', namedUrl: null })
  expect(publicUrl(environment, 3000)).toBe('http://localhost:3000')
})

test('an empty variable counts as none', () => {
  expect(read({ PORT: '', HOST: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, host: '127.0.0.1' })
})

test('the data directory is made, and its path is absolute', () => {
  const wanted = join(temporaryFolder(), 'hall', 'data')
  const { dataDirectory } = read({ DATA_DIR: wanted })
  expect(dataDirectory).toBe(wanted)
  expect(statSync(wanted).isDirectory()).toBe(true)
  // Hashes of passwords and open sessions are nobody else's.
  expect(statSync(wanted).mode & 0o077).toBe(0)
})

test.each([
  ['127.0.0.1', 'http://localhost:8080'],
  ['0.0.0.0', 'http://localhost:8080'],
  ['::1', 'http://localhost:8080'],
  ['192.168.1.20', 'http://192.168.1.20:8080'],
  ['fd00::20', 'http://[fd00::20]:8080'],
])('listening on %s, the hall is reached at %s', (host, url) => {
  expect(publicUrl(read({ HOST: host }), 8080)).toBe(url)
})

test('a named address goes before the one that is listened on', () => {
  expect(publicUrl(read({ PUBLIC_URL: 'https://queue.example.org/' }), 8080)).toBe(
    'https://queue.example.org',
  )
})

test.each(['0', '1', '65535'])('port %s is taken', (port) => {
  expect(read({ PORT: port }).port).toBe(Number(port))
})

test.each(['-1', '65536', '3000.5', 'http', '0x10', ' 80'])('port "%s" is refused by name', (port) => {
  expect(errorsOf({ PORT: port })).toEqual([
    `PORT is "${port}"; expected a whole number from 1 to 65535, or 0 for any free port.`,
  ])
})

test.each([
  'queue.example.org',
  'ftp://queue.example.org',
  'https://queue.example.org/hall',
  'https://a.b/?c',
  '/',
])('the public address "%s" is refused by name', (url) => {
  expect(errorsOf({ PUBLIC_URL: url })).toEqual([expect.stringContaining(`PUBLIC_URL is "${url}"; expected`)])
})

test.each(['http://localhost', 'localhost:3000', 'two words'])('the host "%s" is refused by name', (host) => {
  expect(errorsOf({ HOST: host })).toEqual([expect.stringContaining(`HOST is "${host}"; expected`)])
})

test('a data directory that cannot be made is refused by name, with the reason', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(errorsOf({ DATA_DIR: join(file, 'data') })).toEqual([
    expect.stringMatching(/^DATA_DIR is .*ENOTDIR/),
  ])
})

test('every wrong variable is named at once', () => {
  expect(errorsOf({ PORT: 'x', PUBLIC_URL: 'y' })).toHaveLength(2)
})
