import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeEach, afterEach, describe, expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { readRecordings } from '#server/voice/recordings.ts'
import { wordsToRecord } from '#server/voice/words-to-record.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { HallConfig, Language } from '#shared/queue/config.ts'
import { phraseFor } from '#shared/voice/phrase.ts'

import { recordIn } from './record-in.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eile-recordings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function record(language: Language, name: string, seconds?: number, rate?: number): void {
  recordIn(folder, language, name, seconds, rate)
}

const secondsOf = async (text: string) => {
  const sound = (await readRecordings(folder)).find(text, 'lt')?.sound()
  return sound && sound.samples.length / sound.rate
}

describe('a piece', () => {
  test('is put together of the words that are recorded, with pauses where it has commas', async () => {
    for (const word of ['numeris', 'bė', 'šimtas', 'septyniolika', 'vienas', 'septyni']) record('lt', word)
    expect(await secondsOf('Numeris bė septyni,')).toBeCloseTo(0.02 + 3 * 0.4 + 2 * 0.05 + 0.12, 1)
    expect(await secondsOf('Numeris bė šimtas septyniolika, vienas septyni,')).toBeCloseTo(
      0.02 + 6 * 0.4 + 4 * 0.05 + 0.22 + 0.12,
      1,
    )
  })

  test('is made of as few recordings as possible, however they are written', async () => {
    for (const word of ['numeris', 'a', 'nulis', 'septyni', 'nulis septyni']) record('lt', word)
    record('lt', 'Numeris A', 2)
    record('lt', 'prašome prie langelio numeris keturi'.normalize('NFD'), 1)
    expect(await secondsOf('Numeris a nulis septyni,')).toBeGreaterThan(2)
    expect(await secondsOf('prašome prie langelio numeris keturi.')).toBeCloseTo(1.14, 1)
  })

  test('is not put together if a word is missing, if it is of another language, or the rates differ', async () => {
    record('lt', 'numeris')
    record('en', 'a')
    expect(await secondsOf('Numeris a,')).toBeUndefined()
    record('lt', 'a', 0.4, 44_100)
    expect(await secondsOf('Numeris a,')).toBeUndefined()
    expect((await readRecordings(folder)).faults).toEqual([
      'lt: recordings of 44100 and 22050 Hz are never put together',
    ])
  })

  test('has another name once something in it is recorded anew', async () => {
    record('lt', 'numeris')
    const before = (await readRecordings(folder)).find('Numeris,', 'lt')
    expect((await readRecordings(folder)).find('Numeris,', 'lt')?.key).toBe(before?.key)
    record('lt', 'numeris', 0.7)
    expect((await readRecordings(folder)).find('Numeris,', 'lt')?.key).not.toBe(before?.key)
  })
})

test('what is no recording is left out and told', async () => {
  record('lt', 'numeris')
  writeFileSync(join(folder, 'lt', 'a.wav'), 'an mp3 by another name')
  writeFileSync(join(folder, 'lt', 'read me.txt'), 'of no matter')
  const recordings = await readRecordings(folder)
  expect(recordings.faults).toEqual(['lt/a.wav: it is not a WAV file'])
  expect([...recordings.names('lt')]).toEqual(['numeris'])
  expect((await readRecordings(join(folder, 'nowhere'))).faults).toEqual([])
})

const languages: readonly Language[] = ['lt', 'en', 'ru', 'pl', 'uk']

test.each(languages)(
  'in %s every call of a hall is put together of the words it is told to record',
  async (language) => {
    const example = hallConfig.parse(exampleHall)
    const config: HallConfig = { ...example, voice: { speaks: true, saysZone: true } }
    const words = wordsToRecord(config, language)
    expect(words.length).toBeLessThan(90)
    for (const name of words) record(language, name, 0.1, 8_000)
    const recordings = await readRecordings(folder)
    const says = (text: string | undefined) => recordings.find(text ?? '', language) !== null
    for (const { letter, from, to } of config.series)
      for (let number = from; number <= Math.min(to, 999); number += 1) {
        const label = `${letter}${String(number).padStart(3, '0')}`
        if (!says(phraseFor({ label, counter: '1' }, language).pieces[0])) expect(label).toBe('said')
      }
    for (const { label, zone } of config.counters) {
      const name = config.zones.find(({ id }) => id === zone)!.name
      const [, piece] = phraseFor({ label: 'A1', counter: label, zone: name }, language).pieces
      if (!says(piece)) expect(piece).toBe('said')
    }
  },
)
