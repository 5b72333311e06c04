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

/** The action that a press of a key asks for. A key held down asks once. `letters`: those and the number pad ask too. */
export function actionOfPress(press: Press, actions: readonly Action[], letters: boolean): Action | null {
  if (press.repeat || press.altKey || press.shiftKey) return null
  const ctrl = press.ctrlKey || press.metaKey
  const pad = padKey(press.code)
  if (pad !== null) return (!ctrl && letters && actions.find((one) => one.pad === pad)) || null
  const name = `${ctrl ? 'Control+' : ''}${press.key.length === 1 ? press.key.toUpperCase() : press.key}`
  const found = actions.find(({ key }) => key === name)
  return found && (letters || !isLetter(found.key)) ? found : null
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
