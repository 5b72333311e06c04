import { z } from 'zod'

import type { Panel, Picture } from '#shared/display/legibility.ts'
import type { CallOutcome, Sound } from '#shared/display/sound.ts'

import type { DownFields } from './down.ts'

/** What is refused about devices and their pairing, over plain HTTP. */
export const deviceRefusals = {
  'hall/unknown': 'The hall is not in the database.',
  'device/unknown': 'The hall has no such device, or it is revoked.',
  'device/unknown-kind': 'There is no such kind of device, or it has no page to pair; `kind` names it.',
  'device/unnamed': 'A device needs a name that people can tell it by.',
  'device/name-too-long': 'The name has more than `max` characters.',
  'device/unknown-zone': 'The hall has no zone of this id; `zone` names it.',
  'device/unknown-counter': 'The hall has no counter of this id; `counter` names it.',
  'device/no-counter': 'A counter display needs the counter over which it hangs.',
  'device/bad-printer': 'This is not the address of a printer; `message` says in English what to write.',
  'device/bad-width': 'Printers have no such width; `width` is what was given, `widths` what there is.',
  'device/bad-panel':
    'A panel has `inches` across and is read from `metres` away: both, within what is named.',
  'device/panel-too-small':
    'Seen from `distance` metres a number needs `need` mm, and `inches` inches have room for `room`; up to `nearer` metres, or from `larger` inches on, it is legible.',
  'device/unknown-sound': 'A display has one of `sounds`; `sound` is what was given.',
  'device/zone-spoken':
    'Another display, which `name` names, speaks the same calls: only one may. Make that one chime or silent first.',
  'device/not-connected': 'Nobody hears it: the display is not connected.',
  'pairing/unknown-code': 'No screen shows this code, or it has run out or been used.',
  'pairing/other-kind': 'The code is on a screen of another kind, which `kind` names.',
  'pairing/blocked': 'Too many wrong codes came from this account; `until` says when it may go on.',
  'pairing/expired': 'The code has run out, or its token has been fetched: ask for a new one.',
  'pairing/too-many': 'Too many screens ask for codes; `until` says when to ask again.',
} as const
export type DeviceRefusal = keyof typeof deviceRefusals

/** The kinds of devices that a browser can be. */
export const screenKinds = ['kiosk', 'display', 'counter-display'] as const
export type ScreenKind = (typeof screenKinds)[number]

export const askForCode = z.strictObject({ kind: z.enum(screenKinds) })
export const claim = z.strictObject({ secret: z.string().max(100) })

// Whether the hall knows them is asked later, and answered with what is wrong.
const text = z.string().max(500)
const panel = z.strictObject({ inches: z.number(), distanceMetres: z.number() })
const place = {
  zone: text.nullable().optional(),
  counter: text.nullable().optional(),
  printer: text.nullable().optional(),
  widthDots: z.number().int().nullable().optional(),
  panel: panel.nullable().optional(),
  /** Whether the panel hangs higher than wide, for a display whose page has not said so itself. */
  upright: z.boolean().optional(),
  /** Left out for a new display, it speaks unless another speaks the same calls. */
  sound: text.nullable().optional(),
}
export const newDevice = z.strictObject({ kind: text, name: text, ...place })
export const pairDevice = newDevice.extend({ code: text })
export const changeDevice = z.strictObject({ name: text.optional(), ...place })
export const replaceDevice = z.strictObject({ code: text })

export type NewDeviceInput = z.infer<typeof newDevice>
export type DeviceChanges = z.infer<typeof changeDevice>

/** Times in these answers are epoch ms by the server's clock, which `now` tells. */
export interface AskedCode {
  readonly code: string
  /** By which the screen, and nobody else, asks whether it is paired. */
  readonly secret: string
  readonly until: number
  readonly now: number
  /** Where the code is entered. */
  readonly page: string
}

export type Claimed =
  | ({ readonly state: 'waiting' } & Omit<AskedCode, 'secret'>)
  | { readonly state: 'paired'; readonly token: string }

export interface ListedDevice {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly zone: string | null
  readonly counter: string | null
  readonly printer: string | null
  readonly widthDots: number | null
  /** Of a display that was measured. */
  readonly panel: Panel | null
  /** Of a display. */
  readonly sound: Sound | null
  /** What it said last of its sound; null if nothing since the server's start. */
  readonly lastSpoken: LastSpoken | null
  readonly createdAt: number
  readonly revoked: boolean
  readonly state: 'connected' | 'away'
  /** Connected since, or last seen; null for one that never connected. */
  readonly since: number | null
  /** Null for what has no printer. */
  readonly printerState: DownFields<'printer:changed'>['state']
  /** How its page fares; null while it is away, and until it says so. */
  readonly health: DeviceHealth | null
}

export interface DeviceHealth {
  /** Its page is of another build than the server's. */
  readonly isOlder: boolean
  /** Its screen draws nothing: the page is hidden, or hangs. */
  readonly isStill: boolean
  /** Of its clock before the server's, in ms; less than 0 if it is behind. */
  readonly ahead: number
  /** Its whole page, in CSS px; null if it did not say. */
  readonly picture: Picture | null
  /** The last call on its screen: the revision of the event, and when it was drawn. */
  readonly lastCall: { readonly call: number; readonly at: number } | null
}

/** How a call was heard at a display: how long after it the sound began, by the server's clock. */
export interface LastSpoken {
  readonly at: number
  readonly outcome: CallOutcome
  readonly lagMs: number
}

export interface DeviceList {
  readonly now: number
  readonly timeZone: string
  /** By which screens reach the server. */
  readonly publicUrl: string
  /** What a display may stand in, with names by language. */
  readonly zones: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[]
  /** What a counter display may hang over. */
  readonly counters: readonly { readonly id: string; readonly label: string }[]
  readonly devices: readonly ListedDevice[]
}

export interface AddedDevice {
  readonly id: string
  readonly token: string
  /** The path that the token opens: `/kiosk#token=...`. */
  readonly page: string
}
