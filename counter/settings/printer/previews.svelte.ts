export interface Preview {
  readonly device: string
  readonly deviceName: string
  readonly key: string
  readonly label: string
  /** Epoch ms. */
  readonly at: number
}

type State = 'loading' | 'shown' | 'signed-out' | 'no-right' | 'failed'

/** The last tickets of the printers that print into a preview, the newest first. */
export class Previews {
  list = $state.raw<readonly Preview[]>([])
  state = $state<State>('loading')
  /** The hall's: a ticket says the hall's time. */
  timeZone = $state('UTC')

  async refresh(): Promise<void> {
    try {
      const answer = await fetch('/api/previews')
      if (answer.ok) {
        const { timeZone, previews } = (await answer.json()) as { timeZone: string; previews: Preview[] }
        this.timeZone = timeZone
        this.list = previews
        this.state = 'shown'
      } else if (answer.status === 401) {
        this.state = 'signed-out'
      } else if (answer.status === 403) {
        this.state = 'no-right'
      } else {
        this.state = 'failed'
      }
    } catch {
      this.state = 'failed'
    }
  }
}

/** Where the picture of a ticket is. */
export function pictureOf({ device, key }: Preview): string {
  return `/api/previews/${encodeURIComponent(device)}/${encodeURIComponent(key)}.png`
}
