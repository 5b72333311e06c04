import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { placeToSay } from '#server/voice/call-to-say.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'

import { fakeSpeaker } from './fake-speaker.ts'
import { runningHall } from './running-hall.ts'

const issue = { service: 'information', language: 'uk' } as const

/** Programs are slow to start on a busy machine. */
const soon = { timeout: 10_000 }

test('the number is made when its ticket is issued, and the counter in all languages when it opens', async () => {
  const speaker = fakeSpeaker()
  const hall = await runningHall({ speaks: speaker.program })
  const kiosk = await hall.kiosk()
  await kiosk.send('ticket:issue', issue)
  const beginnings = () => speaker.said().map((line) => line.slice(0, 5))
  await expect.poll(() => beginnings().toSorted(), soon).toEqual(["[[n'u", 'Номер'])

  const clerk = await hall.person('ana', 'clerk')
  await clerk.send('shift:open', { counter: exampleHall.counters[0]!.id, profile: null })
  const made = () =>
    readdirSync(join(hall.dataDirectory, 'voice-made')).filter((file) => file.endsWith('.wav'))
  const pieces = 2 + exampleHall.languages.length
  await expect.poll(() => made().length, soon).toBe(pieces)

  const answer = await fetch(`${hall.server.url}/api/voice/${made()[0]!.replace('.wav', '')}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('audio/wav')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4)).toBe('RIFF')

  await hall.restart()
  await (await hall.kiosk()).send('ticket:issue', issue)
  await expect.poll(() => made().length, soon).toBe(pieces + 2)
  expect(speaker.said()).toHaveLength(pieces + 2)
}, 30_000)

test('a clip that nobody announced is answered with its code', async () => {
  const hall = await runningHall()
  for (const name of ['0'.repeat(32), 'Numeris', '..%2Fsecret']) {
    const answer = await fetch(`${hall.server.url}/api/voice/${name}`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ code: 'voice/unknown' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('a hall file from before speaks and leaves the zone out; a zone is said where the hall wants it', () => {
  const config = hallConfig.parse(exampleHall)
  expect(config.voice).toEqual({ speaks: true, saysZone: false })
  const [counter] = config.counters
  expect(placeToSay(config, counter!)).toEqual({ counter: counter!.label })
  const saying = { ...config, voice: { speaks: true, saysZone: true } }
  const zone = config.zones.find(({ id }) => id === counter!.zone)!.name
  expect(placeToSay(saying, counter!)).toEqual({ counter: counter!.label, zone })
})
