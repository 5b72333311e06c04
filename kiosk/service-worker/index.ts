// Keeps the pages at hand, so that a kiosk or display that starts while the server is down shows its own face and
// not the browser's. Facts are never kept: they arrive on the line.
import { version } from '$app/env'
import { assets, immutable } from '$app/manifest'
import { self } from '$app/service-worker'

const ours = 'eile-pages-'
const kept = `${ours}${version}`
/** One page of each surface: which one it is, a page tells by its address. */
const shells = ['/kiosk', '/display', '/counter-display', '/calls', '/counter', '/order', '/kept', '/t/-']
/** What answers for itself or not at all. */
const live = ['/api/', '/socket.io/', '/healthz']
/** How long a server that accepts but does not answer is waited for, in ms. */
const patience = 3_000

self.addEventListener('install', (event) => {
  void self.skipWaiting()
  event.waitUntil(keep())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forget(), self.clients.claim()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  const isOurs = origin === self.location.origin && request.method === 'GET'
  if (!isOurs || live.some((path) => pathname.startsWith(path))) return
  if (request.mode === 'navigate') event.respondWith(page(request, pathname))
  else if (pathname.startsWith('/_app/immutable/')) event.respondWith(file(request))
})

async function keep(): Promise<void> {
  const cache = await caches.open(kept)
  // Fonts are large and kept when they are first used.
  const files = [...immutable, ...assets].map(({ path }) => `/${path.replace(/^\//, '')}`)
  const needed = files.filter((path) => !path.endsWith('.woff2'))
  await cache.addAll([...needed, ...shells.map((path) => new Request(path, { cache: 'reload' }))])
}

/** The build before stays: pages of it may still be open, and the server has no files of it any more. */
async function forget(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== kept)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

async function page(request: Request, pathname: string): Promise<Response> {
  const answer = await within(patience, fetch(request))
  if (answer && answer.status < 500) return answer
  const [, surface = ''] = pathname.split('/')
  const shell = shells.find((path) => path.split('/')[1] === surface) ?? '/counter'
  return (await caches.match(shell, { cacheName: kept })) ?? answer ?? Response.error()
}

async function file(request: Request): Promise<Response> {
  const found = await caches.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(kept)).put(request, answer.clone())
  return answer
}

/** Null if it fails or takes longer. */
function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, ms, null))
  return Promise.race([work.catch(() => null), late])
}
