import type { Action } from './actions.ts'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** The action that a press of a key asks for. A key held down asks once. */
export function actionOfPress(press: Press, actions: readonly Action[], letters: boolean): Action | null {
  if (press.repeat || press.altKey || press.shiftKey) return null
  const ctrl = press.ctrlKey || press.metaKey
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
