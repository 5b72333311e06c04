import { describe, expect, test } from 'vitest'

import { highestPeak, levelled, levelOf, peakOf, speechLevel } from '#server/voice/level.ts'
import { fractionOf, joined } from '#server/voice/sound.ts'
import { readWav, writeWav } from '#server/voice/wav.ts'
import { tone } from './voice-tone.ts'

describe('a WAV file', () => {
  test('is read as it was written', () => {
    const sound = tone()
    expect(readWav(writeWav(sound))).toEqual(sound)
  })

  test('is read to its end if its writer did not know the length, and past what is not sound', () => {
    const sound = tone({ seconds: 0.1 })
    const bytes = writeWav(sound)
    const list = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1')
    const streamed = Buffer.concat([bytes.subarray(0, 36), list, bytes.subarray(36)])
    streamed.writeUInt32LE(0x7ffff000, 36 + list.length + 4)
    expect(readWav(streamed)).toEqual(sound)
  })

  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['is no WAV file', () => Buffer.from('not a sound'), 'it is not a WAV file'],
    ['is nothing', () => Buffer.alloc(0), 'it is not a WAV file'],
    ['is cut short', (bytes) => bytes.subarray(0, 30), 'it is not a whole WAV file'],
    ['has two channels', (bytes) => with16(bytes, 22, 2), 'it has more than one channel'],
    ['is compressed', (bytes) => with16(bytes, 20, 85), 'its samples are not 16-bit PCM'],
    ['has 24 bits', (bytes) => with16(bytes, 34, 24), 'its samples are not 16-bit PCM'],
    ['has a rate that no sound has', (bytes) => with16(bytes, 24, 100), 'its rate is 100'],
  ])('that %s is refused with the reason', (_, spoil, reason) => {
    expect(() => readWav(spoil(writeWav(tone())))).toThrow(reason)
  })
})

describe('speech', () => {
  test.each([0.02, 0.1, 0.3, 0.99])('that comes with a peak of %d leaves as loud as all', (loud) => {
    const spoken = levelled(tone({ loud, silenceMs: 700 }))
    expect(decibels(levelOf(spoken))).toBeCloseTo(speechLevel, 1)
    expect(decibels(peakOf(spoken))).toBeLessThanOrEqual(highestPeak)
  })

  test('is cut to what is heard', () => {
    const spoken = levelled(tone({ seconds: 1, silenceMs: 700 }))
    expect(spoken.samples.length / spoken.rate).toBeCloseTo(1, 1)
  })

  test('is as loud with long pauses within it as without', () => {
    const slow = joined([tone(), tone()], [0, 1_500, 0])
    expect(decibels(levelOf(levelled(slow)))).toBeCloseTo(speechLevel, 1)
    expect(levelOf(slow)).toBeCloseTo(levelOf(tone()), 2)
  })

  test('of one loud knock stays under the highest peak, though it is then quieter', () => {
    const { rate, samples } = tone({ loud: 0.01 })
    samples[5_000] = 32_767
    const spoken = levelled({ rate, samples })
    expect(decibels(peakOf(spoken))).toBeCloseTo(highestPeak, 1)
    expect(decibels(levelOf(spoken))).toBeLessThan(speechLevel)
  })

  test('that is silence is refused', () => {
    expect(() => levelled({ rate: 22_050, samples: new Int16Array(1_000) })).toThrow('nothing is heard')
    expect(() => levelled({ rate: 22_050, samples: new Int16Array() })).toThrow('nothing is heard')
  })
})

test('decibels are fractions of the largest sample', () => {
  expect(fractionOf(-20)).toBeCloseTo(0.1)
  expect(fractionOf(0)).toBe(1)
})

function decibels(fraction: number): number {
  return 20 * Math.log10(fraction)
}

function with16(bytes: Buffer, at: number, value: number): Buffer {
  bytes.writeUInt16LE(value, at)
  return bytes
}
