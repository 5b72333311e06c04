export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'preview' }

export type PrinterUrlResult =
  { readonly ok: true; readonly address: PrinterAddress } | { readonly ok: false; readonly message: string }

/** The port on which network printers take raw bytes. */
const RAW_PORT = 9100
const FORMS = 'Write tcp://192.0.2.7:9100, file:///dev/usb/lp0 or preview:'

/** Reads the address of a printer as it stands in the settings; the message says what to write instead. */
export function parsePrinterUrl(text: string): PrinterUrlResult {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return no(`"${text}" is not the address of a printer.`)
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    return no(`"${text}" holds more than an address (a user, "?" or "#").`)
  }
  switch (url.protocol) {
    case 'tcp:':
      return parseTcp(text, url)
    case 'file:':
      if (url.host !== '') return no(`"${text}" needs three slashes before the path.`)
      if (url.pathname === '/' || url.pathname.endsWith('/')) return no(`"${text}" names no device.`)
      return parsePath(text, url)
    case 'preview:':
      if (text !== 'preview:') return no(`"${text}" says more than "preview:".`)
      return { ok: true, address: { kind: 'preview' } }
    default:
      return no(`"${url.protocol}" is not a way to reach a printer.`)
  }
}

function parseTcp(text: string, url: URL): PrinterUrlResult {
  if (url.hostname === '') return no(`"${text}" names no host.`)
  if (url.pathname !== '' && url.pathname !== '/') return no(`"${text}" has a path after the port.`)
  const port = url.port === '' ? RAW_PORT : Number(url.port)
  if (port === 0) return no(`"${text}" has port 0.`)
  // An IPv6 address stands in brackets in an address, but not where it is connected to.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return { ok: true, address: { kind: 'tcp', host, port } }
}

function parsePath(text: string, url: URL): PrinterUrlResult {
  try {
    return { ok: true, address: { kind: 'file', path: decodeURIComponent(url.pathname) } }
  } catch {
    return no(`"${text}" has a "%" that stands for nothing.`)
  }
}

function no(message: string): PrinterUrlResult {
  return { ok: false, message: `${message} ${FORMS}` }
}
