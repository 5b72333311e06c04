import type { DownFields } from '#shared/protocol/down.ts'

import { comesInGroups, groupsOf, type Group, type KioskService } from './choices.ts'
import type { KioskLine } from './kiosk.svelte.ts'
import type { GivenTicket, Page } from './visit.svelte.ts'

export type ServiceInformation = DownFields<'hall:described'>['services'][number]['information']

/** What is to be seen. `lost` comes back by itself; `broken` needs the staff. */
export type Screen =
  | { readonly kind: 'connecting' | 'lost' | 'broken' | 'closed' | 'empty' }
  | { readonly kind: 'groups'; readonly groups: readonly Group[] }
  /** `only`: the group that the visitor chose. */
  | { readonly kind: 'services'; readonly groups: readonly Group[]; readonly only: Group | null }
  | {
      readonly kind: 'service'
      readonly service: KioskService
      readonly information: ServiceInformation | null
    }
  | { readonly kind: 'needs'; readonly service: KioskService }
  | { readonly kind: 'ticket'; readonly given: GivenTicket }

type SeenOfLine = Pick<KioskLine, 'view' | 'status' | 'lostAt' | 'described'>

/** The page that the visitor is at, unless the hall or the line stands before it. */
export function screenOf({ view, status, lostAt, described }: SeenOfLine, page: Page): Screen {
  if (page.at === 'ticket') return { kind: 'ticket', given: page.given }
  if (status === 'refused' || status === 'ended') return { kind: 'broken' }
  if (status === 'lost') return { kind: 'lost' }
  if (view === null) return { kind: lostAt === null ? 'connecting' : 'lost' }
  if (!view.hall.open) return { kind: 'closed' }

  // What has been configured away meanwhile leads back to the start.
  const service = 'service' in page && view.services.find(({ id }) => id === page.service)
  if (service && page.at === 'needs') return { kind: 'needs', service }
  if (service) {
    const information = described?.services.find(({ id }) => id === service.id)?.information ?? null
    return { kind: 'service', service, information }
  }
  const groups = groupsOf(view)
  if (groups.length === 0) return { kind: 'empty' }
  const only = page.at === 'group' && groups.find(({ id }) => id === page.group)
  if (only) return { kind: 'services', groups: [only], only }
  return comesInGroups(groups) ? { kind: 'groups', groups } : { kind: 'services', groups, only: null }
}
