/** One thing a printer said. */
export type StatusWord =
  /** the answer to DLE EOT n */
  | { readonly kind: 'real-time'; readonly byte: number }
  /** four bytes sent by itself when something changed (ASB) */
  | { readonly kind: 'automatic'; readonly bytes: readonly [number, number, number, number] }
  /** the answer to GS r 1, which comes when all before it was taken off the buffer */
  | { readonly kind: 'taken'; readonly byte: number }

type ReaderState = { at: 'between' } | { at: 'automatic'; bytes: number[] } | { at: 'block' }

/**
 * Sorts what a printer sends. It may send at any time and unasked, one kind inside another; bytes of no known kind
 * are passed over. Feed the bytes as they come.
 */
export function statusReader(): (chunk: Uint8Array) => StatusWord[] {
  let state: ReaderState = { at: 'between' }

  function read(byte: number): StatusWord | null {
    if (state.at === 'block') {
      if (byte === 0x00) state = { at: 'between' }
      return null
    }
    if ((byte & 0x93) === 0x12) return { kind: 'real-time', byte }
    if ((byte & 0x93) === 0x10) {
      state = { at: 'automatic', bytes: [byte] }
      return null
    }
    if (byte === 0x37 || byte === 0x5f) {
      state = { at: 'block' }
      return null
    }
    if ((byte & 0x90) !== 0) return null
    if (state.at === 'between') return { kind: 'taken', byte }
    state.bytes.push(byte)
    const [first, second, third, fourth] = state.bytes
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      return null
    state = { at: 'between' }
    return { kind: 'automatic', bytes: [first, second, third, fourth] }
  }

  return (chunk) => [...chunk].map(read).filter((word) => word !== null)
}
