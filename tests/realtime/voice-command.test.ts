import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { wordsToRecord } from '#server/voice/words-to-record.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'

import { hallCommand } from './hall-command.ts'
import { recordIn } from './record-in.ts'
import { runningHall } from './running-hall.ts'

test('a hall without the program says what it has recorded, once it is told to look', async () => {
  const hall = await runningHall()
  const before = await hallCommand(hall.dataDirectory, ['voice'])
  expect(before.out).toContain('missing: a-program-that-is-not-there is not installed: apt install espeak-ng')
  expect(before.out).toContain('  missing   lt/septyni.wav\n')
  const config = hallConfig.parse(exampleHall)
  for (const name of wordsToRecord(config, 'lt'))
    recordIn(join(hall.dataDirectory, 'voice'), 'lt', name, 0.1, 8_000)
  const after = await hallCommand(hall.dataDirectory, ['voice'])
  expect(after.out).toMatch(/^lt +(\d+) of \1 recorded$/m)
  expect(after.out).not.toContain('lt/septyni.wav')
}, 20_000)

test('the command line tells of the voice without a server too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eile-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { code, out } = await hallCommand(folder, ['voice'])
  expect(code).toBe(0)
  expect(out).toMatch(/^program +(espeak-ng |missing: )/m)
  expect(out).toContain(join(folder, 'voice'))
}, 20_000)
