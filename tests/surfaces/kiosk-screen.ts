import { type Component, flushSync, mount, unmount } from 'svelte'
import { onTestFinished } from 'vitest'

// jsdom opens no dialogs and measures nothing.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** What a person sees and can touch of a mounted component. */
export interface Seen {
  /** All its words. */
  readonly words: () => string
  readonly button: (name: string | RegExp) => HTMLButtonElement | null
  readonly press: (name: string | RegExp) => void
  readonly find: (selector: string) => Element | null
}

/** Mounts a component for one test. */
export function show<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): Seen {
  const target = document.body.appendChild(document.createElement('div'))
  const mounted = mount(component, { target, props })
  flushSync()
  onTestFinished(async () => {
    await unmount(mounted)
    target.remove()
  })

  function button(name: string | RegExp): HTMLButtonElement | null {
    flushSync()
    return [...target.querySelectorAll('button')].find((one) => (one.textContent ?? '').match(name)) ?? null
  }

  return {
    words() {
      flushSync()
      return (target.textContent ?? '').replaceAll(/\s+/g, ' ')
    },
    button,
    press(name) {
      const found = button(name)
      if (!found) throw new Error(`There is no button "${String(name)}" in: ${target.textContent}`)
      found.dispatchEvent(new Event('pointerdown', { bubbles: true }))
      found.click()
      flushSync()
    },
    find(selector) {
      flushSync()
      return target.querySelector(selector)
    },
  }
}
