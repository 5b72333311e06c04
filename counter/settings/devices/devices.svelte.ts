import type {
  DeviceChanges,
  DeviceList,
  ListedDevice,
  NewDeviceInput,
  ScreenKind,
} from '#shared/protocol/devices.ts'

import { ask, type Asked } from '../ask.ts'

type Refused = Extract<Asked<unknown>, { ok: false }>

/** The hall's devices, and what can be done to them. */
export class Devices {
  state = $state<'loading' | 'shown' | 'failed'>('loading')
  zones = $state.raw<DeviceList['zones']>([])
  counters = $state.raw<DeviceList['counters']>([])
  timeZone = $state('UTC')
  /** The display that could not be asked to sound, and why; until something else is done. */
  notTried = $state.raw<{ name: string; refused: Refused } | null>(null)
  /** Which page is opened on a new screen. */
  addresses = $state.raw(addressesAt(location.origin))
  /** The server's clock when it was last asked, in epoch ms. */
  now = $state(0)

  #all = $state.raw<readonly ListedDevice[]>([])
  readonly paired = $derived(this.#all.filter(({ revoked }) => !revoked))
  readonly revoked = $derived(this.#all.filter(({ revoked }) => revoked))

  async refresh(): Promise<void> {
    const asked = await ask<DeviceList>('GET', '/api/devices')
    this.state = asked.ok ? 'shown' : 'failed'
    if (!asked.ok) return
    this.zones = asked.value.zones
    this.counters = asked.value.counters
    this.timeZone = asked.value.timeZone
    this.addresses = addressesAt(asked.value.publicUrl)
    this.now = asked.value.now
    this.#all = asked.value.devices
  }

  pair(device: NewDeviceInput & { readonly code: string }): Promise<Asked<unknown>> {
    return this.#order('POST', '/pair', device)
  }

  change({ id }: ListedDevice, changes: DeviceChanges): Promise<Asked<unknown>> {
    return this.#order('PATCH', `/${id}`, changes)
  }

  async tryOut({ id, name }: ListedDevice): Promise<void> {
    const asked = await this.#order('POST', `/${id}/sound`)
    if (!asked.ok) this.notTried = { name, refused: asked }
  }

  replace({ id }: ListedDevice, code: string): Promise<Asked<unknown>> {
    return this.#order('POST', `/${id}/replace`, { code })
  }

  revoke({ id }: ListedDevice): Promise<Asked<unknown>> {
    return this.#order('DELETE', `/${id}`)
  }

  async #order(method: string, path: string, body?: object): Promise<Asked<unknown>> {
    this.notTried = null
    const asked = await ask(method, `/api/devices${path}`, body)
    // Refused or not, what is shown may have been out of date.
    await this.refresh()
    return asked
  }
}

function addressesAt(publicUrl: string): Readonly<Record<'kiosk' | 'display' | 'counterDisplay', string>> {
  const at = (page: ScreenKind) => new URL(`/${page}`, publicUrl).href
  return { kiosk: at('kiosk'), display: at('display'), counterDisplay: at('counter-display') }
}
