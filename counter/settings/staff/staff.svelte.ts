import type { Person, PersonList, Role } from '#shared/protocol/staff-list.ts'

import { ask, type Asked } from '../ask.ts'

export const roles: readonly Role[] = ['clerk', 'receptionist', 'supervisor', 'administrator']

export interface NewPerson {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly password: string
}

/** The hall's staff, and what can be done to their accounts. */
export class StaffList {
  people = $state.raw<readonly Person[]>([])
  state = $state<'loading' | 'shown' | 'failed'>('loading')
  timeZone = $state('UTC')
  /** Part of a name or a user name. */
  sought = $state('')

  readonly found = $derived.by(() => {
    const sought = this.sought.trim().toLowerCase()
    return this.people.filter(({ name, username }) => `${name} ${username}`.toLowerCase().includes(sought))
  })

  async refresh(): Promise<void> {
    const asked = await ask<PersonList>('GET', '/api/staff')
    if (asked.ok) {
      this.timeZone = asked.value.timeZone
      this.people = asked.value.staff
    }
    this.state = asked.ok ? 'shown' : 'failed'
  }

  add(person: NewPerson): Promise<Asked<unknown>> {
    return this.#order('POST', '', person)
  }

  change(username: string, change: { readonly name: string; readonly role: Role }): Promise<Asked<unknown>> {
    return this.#order('PATCH', `/${username}`, change)
  }

  setPassword(username: string, password: string): Promise<Asked<unknown>> {
    return this.#order('POST', `/${username}/password`, { password })
  }

  setPin(username: string, pin: string | null): Promise<Asked<unknown>> {
    return this.#order('POST', `/${username}/pin`, { pin })
  }

  unblock(username: string): Promise<Asked<unknown>> {
    return this.#order('POST', `/${username}/unblock`)
  }

  signOut(username: string): Promise<Asked<unknown>> {
    return this.#order('POST', `/${username}/sign-out`)
  }

  remove(username: string): Promise<Asked<unknown>> {
    return this.#order('DELETE', `/${username}`)
  }

  async #order(method: string, path: string, body?: object): Promise<Asked<unknown>> {
    const asked = await ask(method, `/api/staff${path}`, body)
    // Refused or not, what is shown may have been out of date.
    await this.refresh()
    return asked
  }
}

/** The field of the form that a refusal is about; null if it is about none of them. */
export function fieldOf(code: string): 'username' | 'name' | 'password' | null {
  switch (code) {
    case 'staff/bad-username':
    case 'staff/username-taken':
      return 'username'
    case 'staff/unnamed':
      return 'name'
    case 'staff/weak-password':
      return 'password'
    default:
      return null
  }
}
