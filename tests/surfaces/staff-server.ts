import { setImmediate } from 'node:timers/promises'

import { flushSync } from 'svelte'
import { vi } from 'vitest'

/** What a page asked. */
export interface AskedFor {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

type Answer = readonly [status: number, body?: object]

/** The server behind a staff page: answers by `METHOD /path`, one after another, the last one again and again. */
export class StaffServer {
  readonly asked: AskedFor[] = []
  readonly #answers = new Map<string, Answer[]>()

  constructor() {
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      const { method = 'GET' } = init
      this.asked.push({ method, path, body: init.body ? (JSON.parse(String(init.body)) as unknown) : null })
      const answers = this.#answers.get(`${method} ${path}`)
      const [status, body] = (answers && answers.length > 1 ? answers.shift() : answers?.[0]) ?? [0]
      if (status === 0) throw new TypeError('no line')
      return body ? Response.json(body, { status }) : new Response(null, { status })
    })
  }

  answers(order: string, ...answers: Answer[]): this {
    this.#answers.set(order, answers)
    return this
  }

  orders(): string[] {
    return this.asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  }
}

// jsdom has no dialogs that open.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
}

export const administrator = {
  id: 'admin',
  username: 'admin',
  name: 'Ada',
  role: 'administrator',
  rights: ['ticket:serve', 'staff:manage', 'printer:see', 'service:pause', 'device:manage'],
  hasPin: false,
}

/** What was asked is answered, and the page shows it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await setImmediate()
    flushSync()
  }
}

export function write(name: string, text: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[name=${name}]`)!
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

export function buttonNamed(name: string): HTMLButtonElement {
  const named = (button: HTMLButtonElement) =>
    button.getAttribute('aria-label') === name || button.querySelector('.words')?.textContent.trim() === name
  const found = [...document.querySelectorAll('button')].find(named)
  if (!found) throw new Error(`There is no button "${name}": ${document.body.textContent}`)
  return found
}
