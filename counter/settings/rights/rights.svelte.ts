import type { RightChange, RightsTable } from '#shared/protocol/rights.ts'

import { ask, type Asked } from '../ask.ts'

/** What each role may do, and what somebody wants to change about it. */
export class Rights {
  state = $state<'loading' | 'shown' | 'failed'>('loading')
  table = $state.raw<RightsTable>({ rights: [], kept: [], roles: [] })
  saved = $state(false)
  /** What is wanted where it differs from the table. */
  changes = $state.raw<readonly RightChange[]>([])

  async refresh(): Promise<void> {
    const asked = await ask<RightsTable>('GET', '/api/rights')
    this.state = asked.ok ? 'shown' : 'failed'
    if (asked.ok) this.#show(asked.value)
  }

  isAllowed(role: string, right: string): boolean {
    return this.changeOf(role, right)?.allowed ?? this.#isInForce(role, right)
  }

  changeOf(role: string, right: string): RightChange | undefined {
    return this.changes.find((change) => change.role === role && change.right === right)
  }

  isKept(role: string, right: string): boolean {
    return this.table.kept.some((one) => one.role === role && one.right === right)
  }

  set(role: string, right: string, allowed: boolean): void {
    const others = this.changes.filter((change) => change !== this.changeOf(role, right))
    this.saved = false
    this.changes = this.#isInForce(role, right) === allowed ? others : [...others, { role, right, allowed }]
  }

  undo(): void {
    this.changes = []
  }

  async save(): Promise<Asked<RightsTable>> {
    const asked = await ask<RightsTable>('PUT', '/api/rights', { changes: this.changes })
    if (asked.ok) {
      this.changes = []
      this.saved = true
      this.#show(asked.value)
    }
    return asked
  }

  #isInForce(role: string, right: string): boolean {
    return this.table.roles.find((one) => one.role === role)?.rights.includes(right) ?? false
  }

  /** What somebody else has changed meanwhile to what is wanted here is no change any more. */
  #show(table: RightsTable): void {
    this.table = table
    this.changes = this.changes.filter(
      ({ role, right, allowed }) => this.#isInForce(role, right) !== allowed && table.rights.includes(right),
    )
  }
}
