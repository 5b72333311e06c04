import { askTune, openAudio, playTune } from '#shared/ui/notes.ts'

import { storedChoice } from '../stored-choice.ts'

const kept = storedChoice('eile-supervisor-sound', ['on', 'off'])

/** Two soft notes at a new alert, unless somebody muted them. Browsers keep silent until the page was touched. */
export class AlertSound {
  on = $state(kept.read() === 'on')
  /** It would be heard, but for a touch. */
  blocked = $state(false)

  readonly #context: AudioContext | null

  constructor(context: AudioContext | null = openAudio()) {
    this.#context = context
    if (!context) return
    const look = () => (this.blocked = context.state === 'suspended')
    context.onstatechange = look
    look()
  }

  switch(on: boolean): void {
    this.on = on
    kept.write(on ? 'on' : 'off')
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
