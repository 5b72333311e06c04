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

/** The queue was full, and this was the last in it. */
export class GaveWay extends Error {
  override readonly message = 'too much is asked for at once'
}

export interface QueueLimits {
  /** How many works are done at once. */
  readonly atOnce: number
  /** How many wait. */
  readonly longest: number
  /** What is not urgent is done while nothing else is, and begins so long after the last of its kind, in ms. */
  readonly restMs: number
}

export function openQueue({ atOnce, longest, restMs }: QueueLimits): QueueOfWork {
  const promised = new Map<string, Promise<void>>()
  const running = new Set<Promise<void>>()
  const waiting: Waiting[] = []
  let isClosed = false
  let rests: NodeJS.Timeout | null = null

  function line(one: Waiting): void {
    const urgent = waiting.filter(({ isUrgent }) => isUrgent).length
    waiting.splice(one.isUrgent ? urgent : waiting.length, 0, one)
  }

  function hurry(key: string): void {
    const place = waiting.findIndex((one) => one.key === key && !one.isUrgent)
    const [one] = place === -1 ? [] : waiting.splice(place, 1)
    if (!one) return
    line({ ...one, isUrgent: true })
    next()
  }

  function next(): void {
    while (waiting[0]?.isUrgent && running.size < atOnce) waiting.shift()!.begin()
    if (waiting.length > 0 && running.size === 0 && !rests) beginInCalm(waiting.shift()!)
  }

  function beginInCalm({ begin }: Waiting): void {
    rests = setTimeout(() => {
      rests = null
      next()
    }, restMs).unref()
    begin()
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
      if (waiting.length > longest) waiting.pop()?.refuse(new GaveWay())
      return done
    },
    async close() {
      isClosed = true
      for (const { refuse } of waiting.splice(0)) refuse(new Error('it is being closed'))
      await Promise.allSettled(running)
    },
  }
}
