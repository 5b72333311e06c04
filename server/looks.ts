import type { View } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import type { Ticket } from '#shared/queue/ticket.ts'

import type { Look, Pace } from './channels.ts'
import { displayRoom } from './display-zone.ts'
import type { HallAuthority } from './hall.ts'
import type { Identity } from './identity.ts'
import type { Notice } from './notices.ts'
import { deskHall, type DeskHall } from './views/desk-hall.ts'
import { deskView } from './views/desk-view.ts'
import { displayView } from './views/display-view.ts'
import { kioskView } from './views/kiosk-view.ts'
import { phoneView } from './views/phone-view.ts'

export interface LookParts {
  readonly authority: HallAuthority
  readonly now: () => number
  /** What is foreseen of the hall, if anything is. */
  readonly forecast: () => Forecast | null
  /** All of the hall's. */
  readonly notices: () => readonly Notice[]
  /** By user id, as colleagues call them. */
  readonly staffNames: () => ReadonlyMap<string, string>
  /** By device id, as they are called. */
  readonly deviceNames: () => ReadonlyMap<string, string>
}

export type PhoneIdentity = Extract<Identity, { kind: 'ticket' }>

export interface Looks {
  /** What an identity sees, in which room, and how often at most. */
  readonly of: (identity: Identity) => { room: string; look: Look; pace: Pace }
  /** The last view of a phone, of the ticket as it ended. */
  readonly last: (identity: PhoneIdentity, ticket: Ticket) => View | null
}

/** How long what all desks have in common serves them all, in ms: they look one after another. */
const sharedFor = 50

export function openLooks(parts: LookParts): Looks {
  const { authority, now, forecast, notices, staffNames, deviceNames } = parts
  let shared: { readonly all: DeskHall; readonly at: number } | null = null

  function allDesks(hall: Hall, config: HallConfig): DeskHall {
    const at = now()
    const fresh = shared !== null && shared.all.hall === hall && Math.abs(at - shared.at) < sharedFor
    if (!fresh)
      shared = {
        all: deskHall(hall, config, authority.visits(), staffNames(), deviceNames(), forecast(), at),
        at,
      }
    return shared!.all
  }

  /** Nothing is to be seen before the hall is configured. */
  function look(see: (hall: Hall, config: HallConfig) => View | null): Look {
    return () => {
      const hall = authority.hall()
      return hall.config ? see(hall, hall.config) : null
    }
  }

  function seePhone({ language }: PhoneIdentity, ticket: Ticket | undefined): Look {
    return look((hall, config) =>
      ticket ? phoneView(hall, config, ticket, language, forecast(), now()) : null,
    )
  }

  return {
    of(identity) {
      const { id } = identity.by
      switch (identity.kind) {
        case 'staff': {
          const me = { id, name: identity.name, rights: [...identity.rights] }
          return {
            room: `desk:${id}`,
            look: look((hall, config) => deskView(allDesks(hall, config), me)),
            pace: 100,
          }
        }
        case 'device':
          return identity.device.kind === 'kiosk'
            ? {
                room: `kiosk:${id}`,
                look: look((hall, config) => kioskView(hall, config, id, forecast(), now())),
                pace: 50,
              }
            : {
                room: displayRoom(identity.device.zone, identity.device.panel),
                look: look((hall, config) =>
                  displayView(
                    hall,
                    config,
                    identity.device,
                    { forecast: forecast(), notices: notices() },
                    now(),
                  ),
                ),
                pace: 50,
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
