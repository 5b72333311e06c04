import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { readWav } from '#server/voice/wav.ts'
import { openVoice, type Voice, type VoiceLimits } from '#server/voice/voice.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { fakeSpeaker, type FakeSpeaker } from './fake-speaker.ts'

/** Programs are slow to start on a busy machine. */
const soon = { timeout: 10_000 }

const a007 = { label: 'A007', counter: '4' }

interface Opened {
  readonly voice: Voice
  readonly dataDirectory: string
  readonly errors: string[]
}

interface Options {
  readonly speaker?: Pick<FakeSpeaker, 'program'>
  readonly dataDirectory?: string
  readonly settings?: HallConfig['voice'] | null
  readonly limits?: Partial<VoiceLimits>
}

async function open({
  speaker = { program: 'a-program-that-is-not-there' },
  dataDirectory = newFolder(),
  settings = { speaks: true, saysZone: false },
  limits = {},
}: Options = {}): Promise<Opened> {
  const errors: string[] = []
  const voice = await openVoice({
    dataDirectory,
    program: speaker.program,
    settings: () => settings,
    onError: (error) => void errors.push(String(error)),
    limits,
  })
  onTestFinished(() => voice.close())
  return { voice, dataDirectory, errors }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eile-voice-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const nameOf = (address: string | undefined) => address!.replace('/api/voice/', '')
const made = ({ dataDirectory }: Opened) => readdirSync(join(dataDirectory, 'voice-made'))

test('a call is two clips in Lithuanian and two in the language of the ticket, each made once', async () => {
  const speaker = fakeSpeaker()
  const { voice } = await open({ speaker })
  expect(voice.state()).toEqual({ state: 'ready', program: 'espeak-ng 9.9' })
  const said = voice.clipsOf(a007, ['pl'])
  expect(said.map(({ language, clips }) => [language, clips.length])).toEqual([
    ['lt', 2],
    ['pl', 2],
  ])
  expect(voice.clipsOf(a007, ['pl'])).toEqual(said)
  for (const address of said.flatMap(({ clips }) => clips)) {
    expect(address).toMatch(/^\/api\/voice\/[0-9a-f]{32}$/)
    expect(readWav((await voice.clip(nameOf(address))) as Buffer).rate).toBe(22_050)
  }
  expect(speaker.said()).toHaveLength(4)
  expect(speaker.said()).toContain('Numer a zero zero siedem,')
  expect(speaker.startedWith().toSorted()[0]).toBe('--stdin --stdout -b 1 -v lt -s 150')
})

test('no text is part of a command, and none can be a command to the program', async () => {
  const speaker = fakeSpeaker()
  const { voice } = await open({ speaker })
  const [lt] = voice.clipsOf({ label: '$(id)`id`;<s>|[[a]]', counter: '-f/etc/passwd' }, [])
  for (const address of lt!.clips) expect(await voice.clip(nameOf(address))).toBeInstanceOf(Buffer)
  expect(speaker.startedWith()).toEqual(Array(2).fill('--stdin --stdout -b 1 -v lt -s 150'))
  const plain = speaker.said().map((line) => line.replaceAll(/\[\[[^[\]]+\]\]/g, ''))
  expect(plain.join('')).toMatch(/^[\p{L} ,.-]+$/u)
})

test('without the program the hall is told how to have it, and nothing is said', async () => {
  const { voice, errors } = await open()
  expect(voice.state()).toEqual({
    state: 'missing',
    reason: 'a-program-that-is-not-there is not installed: apt install espeak-ng',
  })
  expect(voice.clipsOf(a007, ['en'])).toEqual([])
  voice.prepareTicket('A007', ['lt'])
  expect(errors).toEqual([])
})

test('a program that is there and does not run is told apart', async () => {
  const program = join(newFolder(), 'speaker')
  writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const { voice } = await open({ speaker: { program } })
  expect(voice.state()).toMatchObject({ state: 'missing', reason: expect.stringContaining('does not run') })
})

test('a program that came later is found when it is looked for again', async () => {
  const program = join(newFolder(), 'speaker')
  const { voice } = await open({ speaker: { program } })
  expect(voice.clipsOf(a007, [])).toEqual([])
  writeFileSync(program, '#!/bin/sh\necho 1.52.0\n', { mode: 0o755 })
  await voice.lookAgain()
  expect(voice.state()).toEqual({ state: 'ready', program: 'espeak-ng 1.52.0' })
  expect(voice.clipsOf(a007, [])).toHaveLength(1)
})

test('a hall that wants no voice has none', async () => {
  const speaker = fakeSpeaker()
  const opened = await open({ speaker, settings: { speaks: false, saysZone: false } })
  opened.voice.prepareTicket('A007', ['lt'])
  expect(opened.voice.state()).toEqual({ state: 'off' })
  expect(opened.voice.clipsOf(a007, ['lt'])).toEqual([])
  await opened.voice.close()
  expect(made(opened)).toEqual([])
})

test('what was made ahead is there at the call, and after a restart', async () => {
  const speaker = fakeSpeaker()
  const opened = await open({ speaker })
  opened.voice.prepareTicket('A007', ['lt', 'en', 'lt'])
  opened.voice.prepareCounter({ counter: '4' }, ['lt', 'en'])
  await expect.poll(() => made(opened).filter((file) => file.endsWith('.wav')), soon).toHaveLength(4)
  const said = opened.voice.clipsOf(a007, ['en'])
  await opened.voice.close()

  const { voice } = await open({ speaker, dataDirectory: opened.dataDirectory })
  for (const address of said.flatMap(({ clips }) => clips))
    expect(await voice.clip(nameOf(address))).toBeInstanceOf(Buffer)
  expect(voice.clipsOf(a007, ['en'])).toEqual(said)
  expect(speaker.said()).toHaveLength(4)
})

test('nobody has anything said by a name that was not announced', async () => {
  const speaker = fakeSpeaker()
  const { voice } = await open({ speaker })
  for (const name of ['0'.repeat(32), '', '../secret', 'Numeris'])
    expect(await voice.clip(name)).toBe('unknown')
  expect(speaker.said()).toEqual([])
})

test.each(['fails', 'babbles'] as const)(
  'when the program %s, it is told once and the clip is missing, until it is well again',
  async (how) => {
    const speaker = fakeSpeaker()
    const opened = await open({ speaker })
    speaker.behave(how)
    const clips = opened.voice.clipsOf(a007, ['en']).flatMap((one) => one.clips)
    for (const address of clips) expect(await opened.voice.clip(nameOf(address))).toBe('failed')
    expect(opened.errors).toHaveLength(1)
    expect(opened.errors[0]).toMatch(how === 'fails' ? /no such voice/ : /not a WAV file/)
    expect(made(opened)).toEqual([])
    speaker.behave('well')
    for (const address of clips) expect(await opened.voice.clip(nameOf(address))).toBeInstanceOf(Buffer)
  },
)

test('a program that hangs is killed, and the next piece is said', async () => {
  const speaker = fakeSpeaker()
  const { voice, errors } = await open({ speaker, limits: { programMs: 1_500 } })
  speaker.behave('hangs')
  const [lt] = voice.clipsOf(a007, [])
  for (const address of lt!.clips) expect(await voice.clip(nameOf(address))).toBe('failed')
  expect(errors).toEqual([expect.stringContaining('had not ended after 1500 ms')])
  speaker.behave('well')
  for (const address of lt!.clips) expect(await voice.clip(nameOf(address))).toBeInstanceOf(Buffer)
})

test('a program that gives more sound than a clip can be is said to, and not to have hung', async () => {
  const speaker = fakeSpeaker()
  const { voice, errors } = await open({ speaker })
  speaker.behave('floods')
  const [lt] = voice.clipsOf(a007, [])
  for (const address of lt!.clips) expect(await voice.clip(nameOf(address))).toBe('failed')
  expect(errors).toEqual([expect.stringContaining('more than 4194304 bytes')])
})

test('a server that is stopped does not wait for a program that hangs', async () => {
  const speaker = fakeSpeaker()
  const { voice, errors } = await open({ speaker, limits: { programMs: 60_000 } })
  speaker.behave('hangs')
  voice.prepareTicket('A007', ['lt'])
  await expect.poll(() => speaker.said(), soon).toHaveLength(1)
  await voice.close()
  expect(errors).toEqual([])
})

test('a flood of tickets does not keep a call waiting, and is no fault', async () => {
  const speaker = fakeSpeaker()
  const { voice, errors } = await open({ speaker, limits: { waiting: 5 } })
  for (let number = 1; number <= 300; number += 1) voice.prepareTicket(`B${number}`, ['lt'])
  const [lt] = voice.clipsOf(a007, [])
  for (const address of lt!.clips) expect(await voice.clip(nameOf(address))).toBeInstanceOf(Buffer)
  expect(errors).toEqual([])
  expect(speaker.said().length).toBeLessThan(12)
})

test('when the shelf is full, what was not used for longest goes', async () => {
  const speaker = fakeSpeaker()
  const opened = await open({ speaker, limits: { clips: 4 } })
  const { voice } = opened
  const call = async (label: string) => {
    const names = voice.clipsOf({ label, counter: '4' }, [])[0]!.clips.map(nameOf)
    for (const name of names) await voice.clip(name)
    return names[0]!
  }
  const first = await call('A001')
  const second = await call('A002')
  await call('A001')
  await call('A003')
  await call('A004')
  expect(made(opened)).toHaveLength(4)
  expect(existsSync(join(opened.dataDirectory, 'voice-made', `${first}.wav`))).toBe(true)
  expect(existsSync(join(opened.dataDirectory, 'voice-made', `${second}.wav`))).toBe(false)
})

test('a clip that a crash left half or empty is taken away, and one that was deleted is made anew', async () => {
  const speaker = fakeSpeaker()
  const opened = await open({ speaker })
  const [deleted, empty] = opened.voice.clipsOf(a007, [])[0]!.clips.map(nameOf)
  await opened.voice.clip(deleted!)
  await opened.voice.clip(empty!)
  await opened.voice.close()
  const folder = join(opened.dataDirectory, 'voice-made')
  writeFileSync(join(folder, 'half.wav.part'), 'RIFF')
  writeFileSync(join(folder, `${empty}.wav`), '')
  const again = await open({ speaker, dataDirectory: opened.dataDirectory })
  expect(made(again)).toEqual([`${deleted}.wav`])
  again.voice.clipsOf(a007, [])
  rmSync(join(folder, `${deleted}.wav`))
  for (const name of [deleted, empty])
    expect(readWav((await again.voice.clip(name!)) as Buffer).samples).not.toHaveLength(0)
})
