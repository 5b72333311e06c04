/** One page of a browser calls by itself, and its bars tell what it is about to do, and can stop it. */
const channelOf = () => new BroadcastChannel('eile-auto-call')

/** When the next is called; null: nobody is called by itself for now. */
type Due = { readonly due: number | null }

export interface ToldBars {
  readonly tell: (due: number | null) => void
  readonly close: () => void
}

/** At the whole desk. A bar may be opened at any moment: it is told what was told last. */
export function tellBars(onstop: () => void): ToldBars {
  const channel = channelOf()
  let told: Due = { due: null }
  channel.onmessage = ({ data }) => {
    if (data === 'stop') onstop()
    // Of two desks the one that has nothing to tell keeps silent.
    if (data === 'ask' && told.due !== null) channel.postMessage(told)
  }
  return {
    tell(due) {
      if (due === told.due) return
      told = { due }
      channel.postMessage(told)
    },
    close: () => channel.close(),
  }
}

/** At a bar. Returns the way to stop hearing. */
export function hearAutoCall(hear: (due: number | null) => void): () => void {
  const channel = channelOf()
  channel.onmessage = ({ data }) => {
    if (typeof data === 'object') hear((data as Due).due)
  }
  channel.postMessage('ask')
  return () => channel.close()
}

export function stopAutoCall(): void {
  const channel = channelOf()
  channel.postMessage('stop')
  channel.close()
}
