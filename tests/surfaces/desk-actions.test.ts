import { expect, test } from 'vitest'
import { allActions, availableActions, mainAction, visitorActions } from '#counter/desk/actions.ts'
import { actionOfPress, standsOn } from '#counter/desk/keys.ts'
import type { DeskView } from '#shared/protocol/views.ts'
import { called, deskView, now, serving } from './desk-view.ts'

const paused = { counter: 'c5', profile: 'all', pause: { reason: 'lunch', since: now, until: null } }

test.each<[string, Partial<DeskView>, string | null]>([
  ['with nobody here calls the next', {}, 'call-next'],
  ['with a visitor called starts', { visitor: called() }, 'start'],
  ['with a visitor served finishes', { visitor: serving() }, 'finish'],
  ['with serving paused finishes', { visitor: serving({ paused: true }) }, 'finish'],
  ['at a paused counter resumes it', { shift: paused }, 'resume-counter'],
  ['without a counter is not there', { shift: null }, null],
])('the main action %s', (_, changes, id) => {
  expect(mainAction(deskView(changes))?.id ?? null).toBe(id)
})

test('a called visitor can be recalled and missed, one who is served paused and given another service', () => {
  const ids = (visitor: DeskView['visitor']) => visitorActions(deskView({ visitor })).map(({ id }) => id)
  expect(ids(called())).toEqual([
    ...['recall', 'miss', 'transfer', 'park', 'return', 'cancel'],
    'correct-service',
  ])
  const others = ['add-service', 'transfer', 'park', 'return', 'finish-with', 'sum-up', 'correct-service']
  expect(ids(serving())).toEqual(['pause-serving', ...others])
  expect(ids(serving({ paused: true }))[0]).toBe('resume-serving')
})

test('what the rights lack is not offered', () => {
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve'] }
  expect(visitorActions(deskView({ me, visitor: called() })).map(({ id }) => id)).not.toContain('cancel')
  const nobody = { ...me, rights: ['queue:see', 'ticket:cancel'] }
  expect(availableActions(deskView({ me: nobody, visitor: called() })).map(({ id }) => id)).toEqual(['lock'])
})

test('undo is offered when there is a step, a pause of the counter when nobody is at it', () => {
  const ids = (changes: Partial<DeskView>) => availableActions(deskView(changes)).map(({ id }) => id)
  expect(ids({})).toEqual([
    ...['lock', 'call-next', 'ask-help', 'pause-counter', 'stop-auto-call', 'auto-call'],
    'go-through',
    'show-keys',
  ])
  expect(ids({ visitor: called(), undo: { step: 'ticket:called', label: 'A012' } })).toContain('undo')
  expect(ids({ visitor: called() })).not.toContain('pause-counter')
  const help = { counter: 'c5', label: '5', name: 'Ona', since: now, coming: null }
  expect(ids({ help: [help] })).not.toContain('ask-help')
  expect(ids({ help: [{ ...help, coming: 'Jonas' }] })).toContain('ask-help')
})

test('in no state do two actions share a key', () => {
  const states = [{}, { shift: paused }, { visitor: called() }, { visitor: serving() }]
  for (const state of states) {
    const actions = availableActions(deskView({ ...state, undo: { step: 'ticket:called', label: 'A1' } }))
    const keys = actions.map(({ key }) => key)
    const pad = actions.flatMap(({ pad }) => pad ?? [])
    expect([new Set(keys).size, new Set(pad).size]).toEqual([keys.length, pad.length])
  }
})

const press = {
  key: 'g',
  code: 'KeyG',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
}

test('a letter acts in either case, and not when the letters are switched off', () => {
  expect(actionOfPress(press, allActions, true)?.id).toBe('return')
  expect(actionOfPress({ ...press, key: 'G' }, allActions, true)?.id).toBe('return')
  expect(actionOfPress(press, allActions, false)).toBeNull()
  expect(actionOfPress({ ...press, key: 'F2' }, allActions, false)?.key).toBe('F2')
})

test.each([
  ['č', 'Digit2', false, '2'],
  ['9', 'Digit9', false, '9'],
  ['Č', 'Digit2', true, 'Č'],
  ['+', 'Digit1', false, '+'],
  ['ž', 'Equal', false, '='],
  ['ы', 'KeyS', false, 's'],
  ['Ы', 'KeyS', true, 'S'],
  ['s', 'KeyO', false, 's'],
  [',', 'KeyM', false, ','],
  ['F2', 'F2', false, 'F2'],
])('on the key that writes %s (%s, shift: %s) stands %s', (key, code, shiftKey, stands) => {
  expect(standsOn({ key, code, shiftKey })).toBe(stands)
})

test('a letter acts where the layout writes no Latin ones', () => {
  expect(actionOfPress({ ...press, key: 'п' }, allActions, true)?.id).toBe('return')
  expect(actionOfPress({ ...press, key: 'я', code: 'KeyZ', ctrlKey: true }, allActions, true)?.id).toBe(
    'undo',
  )
})

test('a number pad works with and without NumLock, and not when the letters are switched off', () => {
  const on = { ...press, key: '2', code: 'Numpad2' }
  expect(actionOfPress(on, allActions, true)?.id).toBe('park')
  expect(actionOfPress({ ...on, key: 'ArrowDown' }, allActions, true)?.id).toBe('park')
  expect(actionOfPress({ ...press, key: '+', code: 'NumpadAdd' }, allActions, true)?.id).toBe('recall')
  expect(actionOfPress({ ...press, key: 'Enter', code: 'NumpadEnter' }, allActions, true)?.id).toBe(
    'call-next',
  )
  expect(actionOfPress(on, allActions, false)).toBeNull()
  expect(actionOfPress({ ...press, key: '2', code: 'Digit2' }, allActions, true)).toBeNull()
})

test('a key held down, or pressed with another one, is not the desk’s', () => {
  expect(actionOfPress({ ...press, repeat: true }, allActions, true)).toBeNull()
  expect(actionOfPress({ ...press, ctrlKey: true }, allActions, true)).toBeNull()
  expect(actionOfPress({ ...press, altKey: true }, allActions, true)).toBeNull()
  expect(actionOfPress({ ...press, key: 'z' }, allActions, true)).toBeNull()
  expect(actionOfPress({ ...press, key: 'z', ctrlKey: true }, allActions, true)?.id).toBe('undo')
})
