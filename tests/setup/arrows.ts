import { importsOf, type Import, type Sources } from './imports.ts'

/** The folders of the house; what stands in others has no arrows. */
export const house = ['kiosk', 'display', 'counter', 'server', 'shared', 'tests', 'docs']

const surfaces = ['kiosk', 'display', 'counter']
const serverOnly = ['zod', 'temporal-polyfill']
const voice = 'shared/voice/'

/** Every import that goes against the arrows of docs/architecture.md, as a sentence each. */
export function brokenArrows(sources: Sources): string[] {
  const imports = new Map([...sources].map(([path, text]) => [path, importsOf(path, text)]))
  return [...imports].flatMap(([path, list]) => [
    ...list.flatMap((one) => {
      const rule = brokenRule(path, one)
      return rule === null ? [] : [`${path} imports ${one.written}: ${rule}`]
    }),
    ...(reachesBrowser(path) ? leaks(path, imports) : []),
  ])
}

function brokenRule(path: string, { target, written, isPackage, isType }: Import): string | null {
  const from = topOf(path)
  if (isPackage) return brokenPackageRule(path, target)
  const to = topOf(target)
  if (written.startsWith('.') && to !== from) return 'a relative import stays inside its top folder'
  if (path.startsWith('shared/queue/') && !target.startsWith('shared/queue/'))
    return 'the rules of the queue import nothing but themselves'
  if (path.startsWith(voice) && !target.startsWith(voice) && !(isType && target.startsWith('shared/queue/')))
    return 'the voice imports nothing but itself and types of the queue'
  if (from === to || from === 'tests') return null
  if (surfaces.includes(to) && path.startsWith('server/routes/')) return null
  if (to === 'shared' && from !== 'shared') return null
  return `${from} may not know ${to}`
}

function brokenPackageRule(path: string, name: string): string | null {
  const isCalendar = path === 'shared/queue/calendar.ts' && name === 'temporal-polyfill'
  if (path.startsWith('shared/queue/') && !isCalendar) return 'the rules of the queue import no package'
  if (path.startsWith(voice)) return 'the voice imports no package'
  const mayParse = ['server/', 'shared/protocol/', 'tests/'].some((folder) => path.startsWith(folder))
  return name === 'zod' && !mayParse ? 'only shared/protocol and the server parse with zod' : null
}

function reachesBrowser(path: string): boolean {
  return [...surfaces.map((name) => `${name}/`), 'shared/ui/', 'server/routes/'].some((folder) =>
    path.startsWith(folder),
  )
}

/** The ways by which a file of the browser would bring along what only the server may load. */
function leaks(start: string, imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const seen = new Set([start])
  const found: string[] = []
  const follow = (path: string, way: string): void => {
    for (const { target, isPackage, isType } of imports.get(path) ?? []) {
      const next = `${way} -> ${target}`
      if (isType || seen.has(target)) continue
      seen.add(target)
      if (isServerOnly(target, isPackage)) found.push(`${next}: this may not reach a browser`)
      else if (!isPackage) follow(target, next)
    }
  }
  follow(start, start)
  return found
}

function isServerOnly(target: string, isPackage: boolean): boolean {
  if (isPackage) return serverOnly.includes(target)
  return target.startsWith('server/') && !target.startsWith('server/routes/')
}

function topOf(path: string): string {
  return path.split('/')[0] ?? ''
}
