import type { Action } from './actions.ts'

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** What the signs on a number pad are called. By these codes it works with and without NumLock. */
const padCodes: Readonly<Record<string, string>> = {
  NumpadMultiply: '*',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadDivide: '/',
  NumpadDecimal: '.',
}

/** What stands on a key of the number pad; null of any other key. */
export function padKey(code: string): string | null {
  return padCodes[code] ?? (code.startsWith('Numpad') ? code.slice('Numpad'.length) : null)
}

/**
 * What a key writes, or what stands on it where its layout writes something else: a Lithuanian one has ąčęėįšųū and ž in the
 * row of digits, a Cyrillic one no Latin letter.
 */
export function standsOn({ key, code, shiftKey }: Pick<Press, 'key' | 'code' | 'shiftKey'>): string {
  if (key.length !== 1 || /[a-z\d+-]/i.test(key)) return key
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined && !shiftKey) return digit
  if (!/\p{L}/u.test(key)) return key
  if (code === 'Equal') return '='
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? key
  return shiftKey ? letter : letter.toLowerCase()
}

/** The action that a press of a key asks for. A key held down asks once. `letters`: those and the number pad ask too. */
export function actionOfPress(press: Press, actions: readonly Action[], letters: boolean): Action | null {
  if (press.repeat || press.altKey || press.shiftKey) return null
  const ctrl = press.ctrlKey || press.metaKey
  const pad = padKey(press.code)
  if (pad !== null) return (!ctrl && letters && actions.find((one) => one.pad === pad)) || null
  const key = standsOn(press)
  const name = `${ctrl ? 'Control+' : ''}${key.length === 1 ? key.toUpperCase() : key}`
  const found = actions.find((one) => one.key === name)
  return found && (letters || !isLetter(found.key)) ? found : null
}

/** A press of a key that stands by itself, also one that is held down. */
export function isPressOf(key: string, press: Press): boolean {
  return press.key === key && !(press.ctrlKey || press.metaKey || press.altKey || press.shiftKey)
}

export function isLetter(key: string): boolean {
  return key.length === 1
}

/** Whether keys belong to what is focused: it is written into, or stands in a dialog. */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, select, textarea, [contenteditable], dialog') !== null
  )
}
