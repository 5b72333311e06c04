import type { StaffTextKey } from '#shared/messages/staff.ts'

interface Page {
  readonly address: string
  readonly name: StaffTextKey
  /** Null for what anybody who is signed in may open. */
  readonly right: string | null
}

const pages: readonly Page[] = [
  { address: '/', name: 'settings.page.start', right: null },
  { address: '/counter', name: 'settings.page.counter', right: 'ticket:serve' },
  { address: '/counter/reception', name: 'settings.page.reception', right: 'ticket:issue' },
  { address: '/counter/supervisor', name: 'settings.page.supervisor', right: 'hall:see' },
  { address: '/counter/services', name: 'settings.page.services', right: 'service:pause' },
  { address: '/counter/notices', name: 'settings.page.notices', right: 'notice:manage' },
  { address: '/counter/devices', name: 'settings.page.devices', right: 'device:manage' },
  { address: '/counter/staff', name: 'settings.page.staff', right: 'staff:manage' },
  { address: '/counter/rights', name: 'settings.page.rights', right: 'staff:manage' },
  { address: '/counter/hall', name: 'settings.page.hall', right: 'hall:configure' },
  { address: '/counter/printer', name: 'settings.page.printer', right: 'printer:see' },
  { address: '/counter/record', name: 'settings.page.record', right: 'record:see' },
  { address: '/counter/promises', name: 'settings.page.promises', right: null },
]

/** The pages of the hall that somebody may open. */
export function pagesFor(may: (right: string) => boolean): readonly Page[] {
  return pages.filter(({ right }) => right === null || may(right))
}

/** Where the desk leads to, with all the others in its head: the first page that sets something, else the reception. */
export function settingsFor(may: (right: string) => boolean): Page | undefined {
  const others = pagesFor(may).filter(
    ({ address, right }) => right !== null && address.startsWith('/counter/'),
  )
  return others.find(({ address }) => address !== '/counter/reception') ?? others[0]
}
