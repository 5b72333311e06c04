import type { HallAuthority } from '../hall.ts'
import { placeToSay } from './call-to-say.ts'
import type { Voice } from './voice.ts'

/**
 * Has made before a call what is said in it: the number when the ticket is issued, the counter when it opens, and all of
 * the hall that is open now. Returns the way to stop.
 */
export function makeAhead(
  voice: Pick<Voice, 'prepareTicket' | 'prepareCounter'>,
  authority: Pick<HallAuthority, 'hall' | 'visits' | 'onCommitted'>,
): () => void {
  function counter(id: string): void {
    const { config } = authority.hall()
    const found = config?.counters.find((one) => one.id === id)
    if (config && found) voice.prepareCounter(placeToSay(config, found), config.languages)
  }

  function ticket({ label, visit }: { readonly label: string; readonly visit: string }): void {
    const language = authority.visits().get(visit)?.language
    voice.prepareTicket(label, language ? ['lt', language] : ['lt'])
  }

  function all(): void {
    const { shifts, tickets } = authority.hall()
    for (const id of shifts.keys()) counter(id)
    for (const one of tickets.values()) if (one.state === 'waiting') ticket(one)
  }

  all()
  return authority.onCommitted(({ happened }) => {
    for (const { event, ticket: changed } of happened) {
      if (event.type === 'ticket:issued' && changed) ticket(changed)
      if (event.type === 'shift:opened') counter(event.counter)
      if (event.type === 'hall:configured') all()
    }
  })
}
