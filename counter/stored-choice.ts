/** One of a few values that this browser keeps; the first one until another is chosen. */
export function storedChoice<T extends string>(key: string, values: readonly [T, ...T[]]) {
  return {
    read: (): T => values.find((value) => value === localStorage.getItem(key)) ?? values[0],
    write: (value: T): void => localStorage.setItem(key, value),
  }
}
