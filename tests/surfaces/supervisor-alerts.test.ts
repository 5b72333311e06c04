// @vitest-environment jsdom
import { expect, test } from 'vitest'

import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { AlertBoard } from '#counter/supervisor/alert-board.svelte.ts'
import { alertText } from '#counter/supervisor/alert-text.ts'
import { alertsOf, type DeviceTrouble } from '#counter/supervisor/alerts.ts'

import { minute, now } from './desk-view.ts'
import { supervisorView, waited, watchedService } from './supervisor-view.ts'

const trouble = (what: DeviceTrouble['trouble']): DeviceTrouble => ({
  ...{ id: 'k1', kind: 'kiosk', name: 'Prie durų', trouble: what, since: now, printer: null },
})
const keysOf = (minutes: number) =>
  alertsOf(
    supervisorView({ services: [watchedService('papers', { longest: waited('A001', minutes) })] }),
    now,
  ).map(({ key, level }) => ({ key, level }))

test('a quiet hall has no alerts', () => {
  expect(alertsOf(supervisorView(), now)).toEqual([])
})

test('a wait alerts beyond the target, and anew beyond twice the target', () => {
  expect(keysOf(15)).toEqual([])
  expect(keysOf(16)).toEqual([{ key: 'wait papers attention', level: 'attention' }])
  expect(keysOf(30)).toEqual([{ key: 'wait papers attention', level: 'attention' }])
  expect(keysOf(31)).toEqual([{ key: 'wait papers stop', level: 'stop' }])
})

test('a hall may set from which share of the target on, and the words say it', () => {
  const late = watchedService('papers', { longest: waited('A001', 13) })
  const alertsWith = (attentionPercent: number, stopPercent: number) =>
    alertsOf(
      supervisorView({ services: [late], alerts: { attentionPercent, stopPercent, waitMinutes: null } }),
      now,
    )
  expect(alertsWith(80, 90).map(({ level }) => level)).toEqual(['attention'])
  expect(alertsWith(50, 80).map(({ level }) => level)).toEqual(['stop'])
  expect(alertText(alertsWith(50, 80)[0]!, new StaffSpeech())).toContain('ilgiau nei 80 % numatyto laiko')
})

test('a hall may set beyond how many minutes a wait is an alert too, whoever has used more of another target', () => {
  const papers = watchedService('papers', { longest: waited('A012', 10) })
  const alertsWith = (service: typeof papers, waitMinutes: number | null) =>
    alertsOf(
      supervisorView({
        services: [service],
        alerts: { attentionPercent: 100, stopPercent: 200, waitMinutes },
      }),
      now,
    )
  expect(alertsWith(papers, null)).toEqual([])
  expect(alertsWith(papers, 10)).toEqual([])
  expect(alertsWith(papers, 9)).toMatchObject([{ key: 'minutes papers', level: 'attention', label: 'A012' }])
  const [alert] = alertsWith({ ...papers, oldest: { label: 'A009', since: now - 14 * minute } }, 12)
  expect(alertText(alert!, new StaffSpeech())).toBe('„Paslauga papers“: A009 laukia ilgiau nei 12\u00a0min.')
})

test('where people wait and no counter that could call them is open, that is pressing', () => {
  const alertsWith = (changes: Parameters<typeof watchedService>[1]) =>
    alertsOf(
      supervisorView({
        services: [watchedService('papers', { waiting: 1, counters: { open: 0, able: 2 }, ...changes })],
      }),
      now,
    )
  const [alert] = alertsWith({ longest: waited('A001', 1) })
  expect(alert).toMatchObject({ key: 'unserved papers', level: 'stop' })
  expect(alertText(alert!, new StaffSpeech())).toBe(
    '„Paslauga papers“: žmonės laukia, bet nedirba nė vienas ją teikiantis langelis',
  )
  expect(alertsWith({ longest: waited('A001', 1), counters: { open: 1, able: 2 } })).toEqual([])
  // An appointment before its time.
  expect(alertsWith({ longest: null })).toEqual([])
})

test('a device that is away or cannot print stops, one that stands still or is not heard does not', () => {
  const wrong = (['still', 'silent', 'away', 'printer'] as const).map(trouble)
  const alerts = alertsOf(supervisorView({ devices: { all: 4, wrong } }), now)
  expect(alerts.map(({ key, level }) => `${level} ${key}`)).toEqual([
    'stop away k1',
    'stop printer k1',
    'attention still k1',
    'attention silent k1',
  ])
})

test('a visitor who asks for help stands before waits of the same weight', () => {
  const view = supervisorView({
    services: [watchedService('papers', { longest: waited('A001', 20) })],
    assistance: [{ kiosk: 'k1', name: 'Prie durų', since: now - minute }],
  })
  expect(alertsOf(view, now).map(({ kind }) => kind)).toEqual(['help', 'wait'])
})

test('a colleague who asks for help is an alert, and once somebody goes it says who and is seen', () => {
  const help = { counter: 'c6', label: '6B', name: 'Jonas', since: now - minute, coming: null }
  const [alert] = alertsOf(supervisorView({ help: [help] }), now)
  expect(alertText(alert!, new StaffSpeech())).toBe('Jonas prašo pagalbos prie 6B langelio')
  const [answered] = alertsOf(supervisorView({ help: [{ ...help, coming: 'Rita' }] }), now)
  expect(alertText(answered!, new StaffSpeech())).toBe('Rita eina padėti prie 6B langelio')
  expect([alert!, answered!].map((one) => new AlertBoard().isSeen(one))).toEqual([false, true])
})

test('an alert is new once, stays seen while it lasts, and is new again after it has ended', () => {
  const board = new AlertBoard()
  const [wait] = alertsOf(
    supervisorView({ services: [watchedService('papers', { longest: waited('A001', 20) })] }),
    now,
  )
  expect(board.take([])).toBe(false)
  expect(board.take([wait!])).toBe(true)
  expect(board.take([wait!])).toBe(false)
  board.see(wait!)
  expect(board.isSeen(wait!)).toBe(true)
  board.take([])
  expect(board.isSeen(wait!)).toBe(false)
  expect(board.take([wait!])).toBe(true)
})
