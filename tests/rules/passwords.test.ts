import { expect, test } from 'vitest'

import { passwordFaults, passwordLengths } from '#shared/accounts/password.ts'

test.each([
  'ilgas slaptas žodis',
  'a long enough password',
  'Kvėpuoju-giliai',
  '7Z!kq2mB0x',
  'vilnius prie neries',
  'ona ir jos kaimynė',
  '7!4(2)93a1%',
])('"%s" may be a password', (password) => expect(passwordFaults(password, 'ona')).toEqual([]))

test.each([
  ['short7!kq', 'too-short'],
  ['kvėpuoju '.repeat(15), 'too-long'],
  ['Administracija', 'user-name'],
  ['administracija2026', 'user-name'],
  ['2026administracija', 'user-name'],
  ['administracija administracija', 'user-name'],
  ['administracijaadministracija', 'user-name'],
  ['password123', 'guessable'],
  ['Slaptažodis1', 'guessable'],
  ['1234567890', 'guessable'],
  ['0987654321', 'guessable'],
  ['qwertyuiop', 'guessable'],
  ['qwertyuiop1', 'guessable'],
  ['1234567890a', 'guessable'],
  ['vilnius vilnius', 'guessable'],
  ['1q2w3e4r5t', 'guessable'],
  ['vilniusvilnius', 'guessable'],
  ['aaaaaaaaaaaa', 'guessable'],
  ['abababababab', 'guessable'],
])('"%s" may not: %s', (password, fault) => {
  expect(passwordFaults(password, 'administracija')).toEqual([fault])
})

test('nothing typed yet is too short, and nobody has no name', () => {
  expect(passwordFaults('', '')).toContain('too-short')
  expect(passwordFaults('', '')).not.toContain('user-name')
  expect(passwordLengths.min).toBe(10)
})
