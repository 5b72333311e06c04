import type { DownFields, DownName } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'

type Heard = (fields: unknown) => void

/** Stands for Socket.IO under a `Line`: the test is the network and the server. */
export class SocketForTest {
  connected = false
  /** It has asked to connect anew by itself. */
  asked = 0
  readonly #heard = new Map<string, Heard[]>()

  on(name: string, heard: Heard): void {
    this.#heard.set(name, [...(this.#heard.get(name) ?? []), heard])
  }

  get active(): boolean {
    return true
  }

  connect(): this {
    this.asked += 1
    return this
  }

  disconnect(): this {
    this.lose()
    return this
  }

  tell<N extends DownName>(name: N, fields: DownFields<N>): void {
    this.#emit(name, fields)
  }

  lose(): void {
    if (!this.connected) return
    this.connected = false
    this.#emit('disconnect')
  }

  /** As a server that does not let this page in. */
  refuse(code: ErrorCode): void {
    this.connected = false
    this.#emit('connect_error', Object.assign(new Error(code), { data: { code } }))
  }

  #emit(name: string, fields?: unknown): void {
    for (const heard of this.#heard.get(name) ?? []) heard(fields)
  }
}
