export interface QueueOfWork {
  /**
   * Does a work when its turn comes, once however often it is asked for meanwhile; what is urgent goes ahead of what is
   * not. Rejects if the queue is full: the last in it gives way.
   */
  readonly add: (key: string, work: () => Promise<void>, isUrgent: boolean) => Promise<void>
  /** Lets nothing more begin, and resolves when nothing is under way. */
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly key: string
  readonly isUrgent: boolean
  readonly begin: () => void
  readonly refuse: (error: Error) => void
}

/** At most so many works at once, and at most so many that wait. */
export function openQueue(atOnce: number, longest: number): QueueOfWork {
  const promised = new Map<string, Promise<void>>()
  const running = new Set<Promise<void>>()
  const waiting: Waiting[] = []
  let isClosed = false

  function line(one: Waiting): void {
    const urgent = waiting.filter(({ isUrgent }) => isUrgent).length
    waiting.splice(one.isUrgent ? urgent : waiting.length, 0, one)
  }

  function hurry(key: string): void {
    const place = waiting.findIndex((one) => one.key === key && !one.isUrgent)
    const [one] = place === -1 ? [] : waiting.splice(place, 1)
    if (one) line({ ...one, isUrgent: true })
  }

  function next(): void {
    while (running.size < atOnce && waiting.length > 0) waiting.shift()!.begin()
  }

  function run(work: () => Promise<void>): Promise<void> {
    const done = work().finally(() => {
      running.delete(done)
      next()
    })
    running.add(done)
    return done
  }

  return {
    add(key, work, isUrgent) {
      const before = promised.get(key)
      if (before) {
        if (isUrgent) hurry(key)
        return before
      }
      if (isClosed) return Promise.reject(new Error('it is being closed'))
      const done = new Promise<void>((resolve, reject) => {
        line({ key, isUrgent, begin: () => run(work).then(resolve, reject), refuse: reject })
      }).finally(() => promised.delete(key))
      promised.set(key, done)
      next()
      if (waiting.length > longest) waiting.pop()?.refuse(new Error('too much is asked for at once'))
      return done
    },
    async close() {
      isClosed = true
      for (const { refuse } of waiting.splice(0)) refuse(new Error('it is being closed'))
      await Promise.allSettled(running)
    },
  }
}
