/** What the chime uses of Web Audio; jsdom has none. */
export class FakeAudio {
  state: AudioContextState
  currentTime = 0
  destination = {}
  onstatechange: (() => void) | null = null
  readonly started: number[] = []

  constructor(state: AudioContextState) {
    this.state = state
  }

  createOscillator() {
    return {
      frequency: { value: 0 },
      connect: (node: unknown) => node,
      start: (at: number) => void this.started.push(at),
      stop: () => {},
    }
  }

  createGain() {
    const ramp = () => {}
    const gain = { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp }
    return { gain, connect: (node: unknown) => node }
  }

  close() {}

  resume() {
    this.state = 'running'
    this.onstatechange?.()
    return Promise.resolve()
  }
}
