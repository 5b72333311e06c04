import { expect, test } from 'vitest'
import { parsePrinterUrl } from '#server/printing/printer-url.ts'

test.each([
  ['tcp://192.0.2.7:9101', { kind: 'tcp', host: '192.0.2.7', port: 9101 }],
  ['tcp://printer-1.hall.lan', { kind: 'tcp', host: 'printer-1.hall.lan', port: 9100 }],
  ['tcp://[2001:db8::7]:9100', { kind: 'tcp', host: '2001:db8::7', port: 9100 }],
  ['file:///dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
  ['file:///dev/with%20space', { kind: 'file', path: '/dev/with space' }],
  ['preview:', { kind: 'preview' }],
])('%s is understood', (url, address) => {
  expect(parsePrinterUrl(url)).toEqual({ ok: true, address })
})

test.each([
  ['', 'is not the address of a printer'],
  ['192.0.2.7', 'is not the address of a printer'],
  ['http://192.0.2.7', 'is not a way to reach a printer'],
  ['tcp://', 'names no host'],
  ['tcp://192.0.2.7:0', 'has port 0'],
  ['tcp://192.0.2.7:99999', 'is not the address of a printer'],
  ['tcp://192.0.2.7/raw', 'has a path after the port'],
  ['tcp://me:secret@192.0.2.7', 'holds more than an address'],
  ['file://dev/usb/lp0', 'needs three slashes'],
  ['file:///', 'names no device'],
  ['file:///dev/%zz', 'stands for nothing'],
  ['preview:now', 'says more than'],
])('%s is refused with what to write instead', (url, reason) => {
  const parsed = parsePrinterUrl(url)

  expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(reason) })
  expect(parsed).toMatchObject({ message: expect.stringContaining('tcp://192.0.2.7:9100') })
})
