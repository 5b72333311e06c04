import { askTune, openAudio, playTune } from '#shared/ui/notes.ts'

import { storedChoice } from './stored-choice.ts'

/**
 * Two soft notes that a page plays, unless somebody muted them. Browsers keep silent until the page was touched: it
 * listens for that until it is closed.
 */
export class PageSound {
  readonly #kept: ReturnType<typeof storedChoice<'on' | 'off'>>
  on = $state(false)
  /** It would be heard, but for a touch. */
  blocked = $state(false)

  readonly #context: AudioContext | null
  readonly #closing = new AbortController()

  /** Under this key the browser keeps whether it is muted. */
  constructor(key: string, context: AudioContext | null = openAudio()) {
    this.#kept = storedChoice(key, ['on', 'off'])
    this.on = this.#kept.read() === 'on'
    this.#context = context
    if (!context) return
    const look = () => (this.blocked = context.state === 'suspended')
    context.onstatechange = look
    look()
    // Not at a press before it is a click: what says that it is blocked goes then, and must not move what is pressed.
    for (const touch of ['click', 'keydown'])
      addEventListener(touch, () => void context.resume(), { signal: this.#closing.signal })
  }

  switch(on: boolean): void {
    this.on = on
    this.#kept.write(on ? 'on' : 'off')
  }

  ring(): void {
    const context = this.#context
    if (this.on && context?.state === 'running') playTune(context, askTune, context.currentTime)
  }

  close(): void {
    this.#closing.abort()
    void this.#context?.close()
  }
}
