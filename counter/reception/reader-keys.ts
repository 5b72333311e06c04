/** The longest time between two characters of a code reader, in ms; nobody types so fast. */
export const readerGap = 50
/** A number and its letter are typed by a person too, now and then in one sweep. */
const shortest = 6

const rowOfDigits = 'ąčęėįšųū'

/** An address that a reader typed into a field: it presses the keys of digits, and a Lithuanian layout writes letters. */
export function asRead(typed: string): string {
  if (!typed.includes('/')) return typed
  return typed.replaceAll(/[ąčęėįšųū]/g, (letter) => String(rowOfDigits.indexOf(letter) + 1))
}

/** Tells what a code reader types, all within moments and with Enter at its end, from a person's keys. */
export class ReaderKeys {
  #typed = ''
  #at = -Infinity

  /** How many characters came one right after the other, with the last one. */
  get together(): number {
    return this.#typed.length
  }

  /** Takes a press of a key at a moment in ms. The whole text at a reader's Enter, else null. */
  press(key: string, at: number): string | null {
    const typed = at - this.#at <= readerGap ? this.#typed : ''
    this.#at = at
    // Shift comes by itself before a capital.
    this.#typed = key.length === 1 ? typed + key : typed
    if (key !== 'Enter') return null
    this.#typed = ''
    return typed.length >= shortest ? typed : null
  }
}
