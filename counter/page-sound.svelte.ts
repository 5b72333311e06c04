import { askTune, openAudio, playTune } from '#shared/ui/notes.ts'

import { storedChoice } from './stored-choice.ts'

/** Two soft notes that a page plays, unless somebody muted them. Browsers keep silent until the page was touched. */
export class PageSound {
  readonly #kept: ReturnType<typeof storedChoice<'on' | 'off'>>
  on = $state(false)
  /** It would be heard, but for a touch. */
  blocked = $state(false)

  readonly #context: AudioContext | null

  /** Under this key the browser keeps whether it is muted. */
  constructor(key: string, context: AudioContext | null = openAudio()) {
    this.#kept = storedChoice(key, ['on', 'off'])
    this.on = this.#kept.read() === 'on'
    this.#context = context
    if (!context) return
    const look = () => (this.blocked = context.state === 'suspended')
    context.onstatechange = look
    look()
  }

  switch(on: boolean): void {
    this.on = on
    this.#kept.write(on ? 'on' : 'off')
  }

  ring(): void {
    const context = this.#context
    if (this.on && context?.state === 'running') playTune(context, askTune, context.currentTime)
  }

  async unblock(): Promise<void> {
    await this.#context?.resume()
  }

  close(): void {
    void this.#context?.close()
  }
}
