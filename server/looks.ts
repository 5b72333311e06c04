import type { SupervisorView, View } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import type { Ticket } from '#shared/queue/ticket.ts'

import type { Announcements } from './announcements.ts'
import type { FirstLook, Look, Pace } from './channels.ts'
import type { Device } from './devices.ts'
import { displayRoom } from './display-zone.ts'
import type { HallAuthority } from './hall.ts'
import type { Identity } from './identity.ts'
import type { Notice } from './notices.ts'
import type { Role } from './rights.ts'
import { counterDisplayView } from './views/counter-display-view.ts'
import { deskHall, type DeskHall } from './views/desk-hall.ts'
import { deskMoment, type DeskMoment } from './views/desk-moment.ts'
import { deskView } from './views/desk-view.ts'
import { displayView } from './views/display-view.ts'
import { kioskView } from './views/kiosk-view.ts'
import { firstOfDesk } from './views/own-desk.ts'
import { phoneView } from './views/phone-view.ts'
import { receptionView } from './views/reception-view.ts'
import { supervisorView } from './views/supervisor-view.ts'

export interface LookParts {
  readonly authority: HallAuthority
  readonly now: () => number
  /** What is foreseen of the hall, if anything is. */
  readonly forecast: () => Forecast | null
  /** All of the hall's. */
  readonly notices: () => readonly Notice[]
  /** By user id, as colleagues call them. */
  readonly staffNames: () => ReadonlyMap<string, string>
  readonly staffRoles: () => ReadonlyMap<string, Role>
  /** By device id, as they are called. */
  readonly deviceNames: () => ReadonlyMap<string, string>
  readonly announcements: Announcements
  /** The hall's devices, as a supervisor sees them. */
  readonly watchedDevices: () => SupervisorView['devices']
}

export type PhoneIdentity = Extract<Identity, { kind: 'ticket' }>

/** What an identity sees, in which room, and how often at most. */
export interface Seen {
  readonly room: string
  readonly look: Look
  readonly pace: Pace
  readonly firstLook?: FirstLook
}

export interface Looks {
  readonly of: (identity: Identity) => Seen
  /** The last view of a phone, of the ticket as it ended. */
  readonly last: (identity: PhoneIdentity, ticket: Ticket) => View | null
}

/** What who only looks at the calls sees: of no zone, and on a panel that nobody measured. */
const wholeHall = { zone: null, panel: null }

/** How long what all desks have in common serves them all, in ms: they look one after another. */
const sharedFor = 50

export function openLooks(parts: LookParts): Looks {
  const { authority, now, forecast, notices, staffNames, staffRoles, deviceNames } = parts
  const { announcements, watchedDevices } = parts
  let shared: { readonly moment: DeskMoment; all: DeskHall | null } | null = null

  function moment(hall: Hall, config: HallConfig) {
    const at = now()
    const fresh =
      shared !== null && shared.moment.hall === hall && Math.abs(at - shared.moment.now) < sharedFor
    if (!fresh) shared = { moment: deskMoment(hall, config, authority.visits(), forecast(), at), all: null }
    return shared!
  }

  function allDesks(hall: Hall, config: HallConfig): DeskHall {
    const shared = moment(hall, config)
    return (shared.all ??= deskHall(shared.moment, staffNames(), deviceNames()))
  }

  /** Nothing is to be seen before the hall is configured. */
  function look<V>(see: (hall: Hall, config: HallConfig) => V | null): () => V | null {
    return () => {
      const hall = authority.hall()
      return hall.config ? see(hall, hall.config) : null
    }
  }

  function seePhone({ visit }: PhoneIdentity, ticket: Ticket | undefined): Look {
    return look((hall, config) => {
      if (!ticket) return null
      const { summary } = authority.visits().get(ticket.visit) ?? visit
      const { language } = visit
      return phoneView(hall, config, ticket, { language, summary }, told(), now())
    })
  }

  /** What displays and phones are told besides the hall itself. */
  const told = () => ({ forecast: forecast(), notices: notices() })

  function ofDevice(device: Device): Seen {
    const { id, kind, counter, zone, panel } = device
    if (kind === 'kiosk')
      return {
        room: `kiosk:${id}`,
        look: look((hall, config) => kioskView(hall, config, id, forecast(), now())),
        pace: 50,
      }
    if (kind === 'counter-display')
      return {
        room: `over-counter:${counter}`,
        look: look((hall, config) => {
          const clerks = { names: staffNames(), roles: staffRoles() }
          return counterDisplayView(hall, config, counter, clerks, now())
        }),
        pace: 50,
      }
    return {
      room: displayRoom(zone, panel),
      look: look((hall, config) => displayView(hall, config, device, told(), now())),
      pace: 50,
    }
  }

  return {
    of(identity) {
      const { id } = identity.by
      switch (identity.kind) {
        case 'staff': {
          if (identity.page === 'reception') {
            const maySee = identity.rights.has('queue:see')
            return {
              room: maySee ? 'reception' : 'reception without the queue',
              look: look((hall, config) => receptionView(allDesks(hall, config), maySee)),
              pace: 100,
            }
          }
          if (identity.page === 'help')
            return {
              room: 'help',
              look: look((hall, config) => {
                const { assistance, help } = allDesks(hall, config)
                return { audience: 'help', assistance, help }
              }),
              pace: 1_000,
            }
          const me = { id, name: identity.name, rights: [...identity.rights] }
          if (identity.page === 'supervisor')
            return {
              room: `supervisor:${id}`,
              look: look((hall, config) => supervisorView(allDesks(hall, config), me, watchedDevices())),
              pace: 1_000,
            }
          return {
            room: `desk:${id}`,
            look: look((hall, config) => deskView(allDesks(hall, config), me, announcements.ofTicket)),
            firstLook: look((hall, config) =>
              firstOfDesk(moment(hall, config).moment, id, announcements.ofTicket),
            ),
            pace: 100,
          }
        }
        case 'device':
          return ofDevice(identity.device)
        case 'public':
          return {
            room: `public:${id}`,
            look: look((hall, config) => displayView(hall, config, wholeHall, told(), now())),
            pace: 1_000,
          }
        case 'ticket': {
          const see = () => seePhone(identity, authority.hall().tickets.get(id))()
          return { room: `ticket:${id}`, look: see, pace: 1_000 }
        }
      }
    },
    last: (identity, ticket) => seePhone(identity, ticket)(),
  }
}
