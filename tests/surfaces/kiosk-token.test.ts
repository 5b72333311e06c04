import { beforeEach, expect, test } from 'vitest'
import { deviceToken, forgetToken } from '#shared/ui/device-token.ts'

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/kiosk')
})

test('a browser without a token is not paired', () => {
  expect(deviceToken('kiosk')).toBeNull()
})

test('a token in the address is kept, and taken out of it', () => {
  history.replaceState({ place: 1 }, '', '/kiosk?zoom=1#token=abc')
  expect(deviceToken('kiosk')).toBe('abc')
  expect(location.href).toMatch(/\/kiosk\?zoom=1$/)
  expect(history.state).toEqual({ place: 1 })
  expect(deviceToken('kiosk')).toBe('abc')
})

test('a new token takes the place of the old one', () => {
  localStorage.setItem('eile-kiosk-token', 'old')
  history.replaceState(null, '', '/kiosk#token=new')
  expect(deviceToken('kiosk')).toBe('new')
  expect(localStorage.getItem('eile-kiosk-token')).toBe('new')
})

test('each surface has a token of its own', () => {
  localStorage.setItem('eile-display-token', 'abc')
  expect(deviceToken('kiosk')).toBeNull()
})

test('a token that is nobody any more is forgotten, unless another has taken its place', () => {
  history.replaceState(null, '', '/kiosk#token=new')
  deviceToken('kiosk')
  forgetToken('kiosk', 'old')
  expect(deviceToken('kiosk')).toBe('new')
  forgetToken('kiosk', 'new')
  expect(deviceToken('kiosk')).toBeNull()
})
