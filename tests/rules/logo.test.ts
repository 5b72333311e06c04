import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'

import { largestLogo, logoFault, readLogo } from '#shared/brand/logo.ts'
import { dataUrlOf } from '#shared/brand/picture.ts'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding))
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9"><g><path d="M0 0h9"/></g></svg>'

test.each([
  ['image/png', bytesOf('89504e470d0a1a0a0000000d', 'hex')],
  ['image/jpeg', bytesOf('ffd8ffe000104a464946', 'hex')],
  ['image/webp', bytesOf('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
  ['image/svg+xml', bytesOf(drawing)],
  [
    'image/svg+xml',
    bytesOf(`\uFEFF<?xml version="1.0"?>\n<!-- <a> --><!DOCTYPE svg PUBLIC "-//W3C//DTD">${drawing}\n`),
  ],
  ['image/svg+xml', bytesOf('<svg title="a > b"><style><![CDATA[ a > b { } ]]></style></svg>')],
  ['image/svg+xml', bytesOf('<svg/>')],
])('%s is known by what is in it', (type, bytes) => {
  expect(readLogo(bytes)).toEqual({ ok: true, type })
  expect(logoFault(dataUrlOf(bytes, type as 'image/png'))).toBeNull()
})

test.each([
  '',
  'a picture',
  '<html><svg></svg></html>',
  'before <svg></svg>',
  '<svg>',
  '<svg><g></svg></g>',
  '<svg></svg><svg></svg>',
  '<svg></svg></svg>',
  '<svg a="></svg>',
  '<svg><!-- </svg>',
  '<svg>< g></svg>',
  '\u0000\u00ff',
])('%j is not a drawing', (text) => {
  expect(readLogo(bytesOf(text, 'latin1'))).toEqual({ ok: false, code: 'logo/not-a-picture' })
})

test.each(['script', 'SCRIPT', 'svg:script'])('a drawing with a <%s> is refused', (name) => {
  const read = readLogo(bytesOf(`<svg><${name} href="a"/></svg>`))
  expect(read).toEqual({ ok: false, code: 'logo/script' })
})

test('a logo is what it says it is, and whole', () => {
  const png = bytesOf('89504e470d0a1a0a0000000d', 'hex')
  expect(logoFault(dataUrlOf(png, 'image/jpeg'))).toBe('logo/not-a-picture')
  expect(logoFault('data:image/png;base64,=a=')).toBe('logo/not-a-picture')
  expect(logoFault('https://example.com/logo.png')).toBe('logo/not-a-picture')
})

test('the largest logo fits the configuration, one byte more is too large', () => {
  const largest = new Uint8Array(largestLogo)
  largest.set(bytesOf('ffd8ff', 'hex'))
  expect(readLogo(largest).ok).toBe(true)
  expect(dataUrlOf(largest, 'image/svg+xml').length).toBeLessThanOrEqual(200_000)
  expect(readLogo(new Uint8Array(largestLogo + 1))).toEqual({ ok: false, code: 'logo/too-large' })
})
