/** `work`, or a rejection with `message` when it takes longer than `limitMs`; the work itself goes on unwatched. */
export function withLimit<T>(work: Promise<T>, limitMs: number, message: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(message)), limitMs)
    work.then(resolve, reject).finally(() => clearTimeout(limit))
  })
}
