import { execFileSync } from 'node:child_process'

import { describe, expect, test } from 'vitest'

import { forEspeak } from '#server/voice/espeak-sounds.ts'
import { findSpeaker, say } from '#server/voice/espeak.ts'
import { highestPeak, levelled, levelOf, peakOf, speechLevel } from '#server/voice/level.ts'
import { joined } from '#server/voice/sound.ts'
import { readWav, writeWav } from '#server/voice/wav.ts'
import type { Language } from '#shared/queue/config.ts'
import { phraseFor } from '#shared/voice/phrase.ts'
import { speechOf } from '#shared/voice/speech.ts'

const espeak = { program: 'espeak-ng', limitMs: 20_000, signal: new AbortController().signal }
const found = await findSpeaker(espeak)
const why = found.ok ? '' : ` (not measured: ${found.reason})`

const languages: readonly Language[] = ['lt', 'en', 'ru', 'pl', 'uk']
const voices = { lt: 'lt', en: 'en-gb', ru: 'ru', pl: 'pl', uk: 'uk' } as const

/** How a text sounds, a line each, in espeak-ng's signs, without those for joints and short pauses. */
function soundsOf(texts: readonly string[], language: Language): string[] {
  const input = texts.map((text) => `${forEspeak(text, language)}\n\n`).join('')
  const args = ['-q', '-x', '-b', '1', '-v', voices[language]]
  const lines = execFileSync('espeak-ng', args, { input, encoding: 'utf8' }).trim().split(/\n+/)
  return lines.map((line) =>
    line
      .replaceAll(/_:?|@-|!/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
}

describe.skipIf(!found.ok)(`the voice of espeak-ng${why}`, () => {
  describe.each(languages)('in %s', (language) => {
    const calls = [
      { label: 'A007', counter: '4' },
      { label: 'B117', counter: '12B' },
      { label: 'L999', counter: '21' },
    ]
    const pieces = calls.flatMap((call) => phraseFor(call, language).pieces)

    test.each(pieces)(
      '“%s” is as long as its syllables, as loud as all, and not cut off at the top',
      async (text) => {
        const spoken = levelled(await say(espeak, text, language))
        const sound = readWav(writeWav(joined([spoken], [20, 120])))
        expect(sound.rate).toBe(22_050)
        const syllables = text.match(/[aeiouyąęėįųūóаеёиоуыэюяіїє]+/giu)!.length
        const perSyllable = spoken.samples.length / spoken.rate / syllables
        expect(perSyllable).toBeGreaterThan(0.13)
        expect(perSyllable).toBeLessThan(0.33)
        expect(Math.abs(20 * Math.log10(levelOf(spoken)) - speechLevel)).toBeLessThan(0.5)
        expect(20 * Math.log10(peakOf(sound))).toBeLessThanOrEqual(highestPeak + 0.01)
        const flat = sound.samples.filter((sample) => Math.abs(sample) >= 32_767)
        expect(flat).toHaveLength(0)
      },
    )

    test('no letter sounds like another, and none is read in another language', () => {
      const { latin, cyrillic, inCyrillic } = speechOf(language).letters
      const names = [...latin.values(), ...[...cyrillic.values()].map(inCyrillic)]
      const sounds = soundsOf(names.map(speechOf(language).ticket), language)
      expect(sounds).toHaveLength(names.length)
      const same = names.filter((_, n) => sounds.indexOf(sounds[n]!) !== n)
      expect(same).toEqual([])
      expect(sounds.filter((sound) => sound.includes('('))).toEqual([])
    })
  })

  test.each<[Language, string, string]>([
    ['lt', 'el', "'el"],
    ['lt', 'em', "'em"],
    ['lt', 'a nosinė', "'a n'o:s;in;ee"],
    ['lt', 'vė dviguboji', "v;'ee dv;igub'o:ji"],
    ['en', 'ay', "'eI"],
    ['en', 'eye', "'aI"],
    ['en', 'eff', "'Ef"],
    ['en', 'ell', "'El"],
    ['ru', 'эль', "'El"],
    ['ru', 'подойдите к окну', "pVdVjd;'it;i kakn'u"],
    ['pl', 'igrek', "'igREk"],
    ['uk', 'и', "'y"],
    ['uk', 'і', "'i"],
  ])('in %s “%s” sounds like %s', (language, text, sound) => {
    expect(soundsOf([text], language)).toEqual([sound])
  })

  /** Standard Lithuanian: nùmeris, prãšome, keturì, vienúolika, septýniasdešimt, šimtaĩ. */
  test.each([
    ['numeris', 1],
    ['prašome', 1],
    ['langelio', 2],
    ['nulis', 1],
    ['vienas', 1],
    ['keturi', 3],
    ['penki', 2],
    ['šeši', 2],
    ['septyni', 3],
    ['aštuoni', 3],
    ['devyni', 3],
    ['dešimt', 1],
    ['vienuolika', 2],
    ['dvylika', 1],
    ['trylika', 1],
    ['keturiolika', 3],
    ['septyniolika', 3],
    ['devyniolika', 3],
    ['dvidešimt', 1],
    ['trisdešimt', 1],
    ['keturiasdešimt', 1],
    ['penkiasdešimt', 1],
    ['septyniasdešimt', 2],
    ['aštuoniasdešimt', 2],
    ['devyniasdešimt', 2],
    ['šimtas', 1],
    ['šimtai', 2],
    ['tūkstantis', 1],
    ['tūkstančiai', 1],
  ])('in Lithuanian “%s” is stressed on syllable %i', (word, syllable) => {
    const [sound = ''] = soundsOf([word], 'lt')
    const [before = ''] = sound.split("'")
    expect((before.match(/[aeiouIEU]+/g) ?? []).length + 1).toBe(syllable)
  })
})
