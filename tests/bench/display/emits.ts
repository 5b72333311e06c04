import { Namespace } from 'socket.io'

/** A clock that all processes of this machine share, in epoch ms with fractions. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now()
}

/**
 * When a server of this process last emitted a call: the hall's and the floor's alike, as both send it to rooms. To be
 * asked for before either is opened.
 */
export function watchEmits(): { readonly last: () => number } {
  let at: number | null = null
  for (const name of ['to', 'in'] as const) {
    const chosen = Namespace.prototype[name]
    Namespace.prototype[name] = function (this: Namespace, room) {
      const rooms = chosen.call(this, room)
      const emit = rooms.emit.bind(rooms)
      rooms.emit = (event, ...fields) => {
        if (event === 'ticket:called') at = sharedNow()
        return emit(event, ...fields)
      }
      return rooms
    }
  }
  return {
    last() {
      if (at === null) throw new Error('no call was emitted')
      const last = at
      at = null
      return last
    },
  }
}
