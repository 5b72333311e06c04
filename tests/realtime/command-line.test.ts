import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { hallConfig } from '#shared/protocol/hall-config.ts'
import { leaveLink } from '#server/operator-link.ts'

import { hallCommand } from './hall-command.ts'
import { password, runningHall } from './running-hall.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'eile-cli-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

function file(content: string): string {
  const path = join(folder(), 'hall.json')
  writeFileSync(path, content)
  return path
}

const addAna = ['staff', 'add', 'ana', '--role', 'clerk', '--name', 'Ana']

test('staff is added, listed and removed without a server, and the same with one', async () => {
  const hall = await runningHall()
  for (const data of [folder(), hall.dataDirectory]) {
    expect(await hallCommand(data, addAna, `${password}\n`)).toEqual({
      code: 0,
      out: 'Added ana (Ana), clerk.\n',
      errors: '',
    })
    expect(await hallCommand(data, addAna, `${password}\n`)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('staff/username-taken') as string,
    })
    expect(await hallCommand(data, ['staff', 'list'])).toMatchObject({ code: 0, out: 'ana\tclerk\tAna\n' })
    if (data === hall.dataDirectory) await hall.signIn('ana')
    expect(await hallCommand(data, ['staff', 'remove', 'ana'])).toMatchObject({ code: 0 })
    expect(await hallCommand(data, ['staff', 'list'])).toEqual({ code: 0, out: '', errors: '' })
  }
}, 30_000)

test('a device is added and revoked at the command line of a running server, which cuts it off', async () => {
  const hall = await runningHall()
  const added = await hallCommand(hall.dataDirectory, ['device', 'add', 'kiosk', '--name', 'At the door'])
  const address = added.out.trim().split('\n').at(-1)!
  expect(address).toMatch(/^http:\/\/localhost:\d+\/kiosk#token=[\w-]{43}$/)
  const kiosk = await hall.connect({ kind: 'device', token: address.split('#token=')[1]! })
  const [id = ''] = (await hallCommand(hall.dataDirectory, ['device', 'list'])).out.split('\t')
  const refused = await hallCommand(hall.dataDirectory, ['device', 'panel', id, '--panel', '43'])
  expect(refused.errors).toContain('only a display has a panel')
  expect(await hallCommand(hall.dataDirectory, ['device', 'revoke', id])).toMatchObject({ code: 0 })
  await kiosk.heard('session:ended')
}, 20_000)

test('an exported hall is imported as it was, and exported the same', async () => {
  const hall = await runningHall()
  const [first, second] = [join(folder(), 'first.json'), join(folder(), 'second.json')]
  expect(await hallCommand(hall.dataDirectory, ['export', first])).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(first, 'utf8'))).toEqual(hallConfig.parse(exampleHall))

  const elsewhere = folder()
  expect(await hallCommand(elsewhere, ['export', second])).toMatchObject({ code: 1 })
  expect(existsSync(second)).toBe(false)
  expect(await hallCommand(elsewhere, ['import', first])).toEqual({
    code: 0,
    out: `Imported: ${exampleHall.services.length} services, ${exampleHall.counters.length} counters.\n`,
    errors: '',
  })
  expect(await hallCommand(elsewhere, ['export', second])).toMatchObject({ code: 0 })
  expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'))
}, 30_000)

test('a hall that is imported while the server runs is in force at once', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const renamed = file(
    JSON.stringify({
      ...exampleHall,
      languages: ['lt', 'en'],
      name: { lt: 'Kita salė', en: 'Another hall' },
    }),
  )
  expect(await hallCommand(hall.dataDirectory, ['import', renamed])).toMatchObject({ code: 0 })
  await kiosk.seen('kiosk', (view) => view.hall.name.en === 'Another hall')
})

test('a broken file is not imported, and the place of each mistake is named', async () => {
  const data = folder()
  const [first, ...rest] = exampleHall.services
  const broken = file(
    JSON.stringify({ ...exampleHall, services: [{ ...first, series: 'Z' }, ...rest], counters: 'none' }),
  )
  const wrongType = await hallCommand(data, ['import', broken])
  expect(wrongType).toMatchObject({ code: 1, out: '' })
  expect(wrongType.errors).toMatch(/^counters: /m)

  const dangling = file(JSON.stringify({ ...exampleHall, services: [{ ...first, series: 'Z' }, ...rest] }))
  expect((await hallCommand(data, ['import', dangling])).errors).toMatch(
    /^services\[0\]\.series: there is no "Z"$/m,
  )

  const notJson = file('{ "name": ')
  expect(await hallCommand(data, ['import', notJson])).toMatchObject({
    code: 2,
    errors: expect.stringContaining(notJson) as string,
  })
  expect(await hallCommand(data, ['import', join(data, 'no.json')])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('no.json') as string,
  })
}, 30_000)

test.each([
  [[]],
  [['nothing']],
  [['staff', 'add']],
  [['import']],
  [['staff', 'list', '--colour', 'red']],
  [['device', 'add', 'kiosk', '--name']],
  [['explain']],
  [['order', '--day']],
])('%j is answered with how it is meant', async (args) => {
  const { code, out, errors } = await hallCommand(folder(), args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(errors).toContain('staff add NAME --role ROLE')
})

test.each([
  [['staff', 'add', 'ana', '--role', 'king'], 'Roles: clerk, receptionist, supervisor, administrator'],
  [['device', 'add', 'kiosk', '--printer', 'ftp://x'], 'tcp://192.0.2.7:9100'],
  [['device', 'add', 'kiosk', '--width', '500'], '576'],
  [['device', 'add', 'display', '--panel', '43', '--distance', '30'], 'need 366, room 159'],
  [['device', 'add', 'display', '--panel', '43'], 'device/bad-panel'],
  [['device', 'add', 'display', '--sound', 'loud'], 'device/unknown-sound'],
  [['device', 'sound', 'nothing', '--sound', 'voice'], 'device/unknown'],
  [['device', 'panel', 'nothing', '--panel', '43', '--distance', '8'], 'device/unknown'],
  [['device', 'revoke', 'nothing'], 'device/unknown'],
  [['export', join(tmpdir(), 'no', 'such', 'folder.json')], 'folder.json'],
])('%j says what is wrong, without a stack', async (args, words) => {
  const data = folder()
  if (args[0] === 'export') await hallCommand(data, ['import', file(JSON.stringify(exampleHall))])
  const { code, out, errors } = await hallCommand(data, args, `${password}\n`)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(errors).toContain(words)
  expect(errors).not.toMatch(/^\s+at /m)
})

test('a short password is refused, and none is asked for on the command line itself', async () => {
  expect(await hallCommand(folder(), addAna, 'short\n')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('staff/weak-password') as string,
  })
  expect(await hallCommand(folder(), [...addAna, '--password', password])).toMatchObject({ code: 2 })
})

test('a server that answers with an error is not passed by: the data of a running server is its own', async () => {
  const data = folder()
  const broken = createServer((_request, response) => response.writeHead(500).end('Internal Server Error'))
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void broken.close())
  leaveLink(data, { url: `http://127.0.0.1:${(broken.address() as AddressInfo).port}`, token: 'x' })
  expect(await hallCommand(data, addAna, `${password}\n`)).toMatchObject({ code: 1, out: '' })
  expect(existsSync(join(data, 'eile.db'))).toBe(false)
})

test('the link to a server that was killed is no obstacle', async () => {
  const data = folder()
  leaveLink(data, { url: 'http://127.0.0.1:1', token: 'x' })
  expect(await hallCommand(data, addAna, `${password}\n`)).toMatchObject({ code: 0 })
  expect(statSync(join(data, 'operator.json')).mode & 0o777).toBe(0o600)
})

test('a name can neither command the terminal nor make a line of its own in a list', async () => {
  const hall = await runningHall()
  await hall.device('kiosk', { name: 'At\u001b[2J the\ndoor\tnow' })
  const { lines } = await hall.operate('device list')
  expect(lines).toEqual([expect.stringMatching(/^[\w-]+\tkiosk\tAt \[2J the door now\t$/)])
})
