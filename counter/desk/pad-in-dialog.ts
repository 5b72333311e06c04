/** What closes a dialog, in ARIA's words: a number pad has no Escape. */
export const backKeys = 'Escape .'

/** In a dialog a number pad has neither Escape nor Tab nor arrows; this does what they do. False if it is none of its keys. */
export function padInDialog(event: KeyboardEvent): boolean {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  if (!dialog || event.defaultPrevented || event.repeat || isWrittenInto(event.target)) return false
  const list = event.target instanceof HTMLSelectElement ? event.target : null
  switch (event.code) {
    case 'NumpadDecimal':
      dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
      return true
    case 'NumpadMultiply':
      toNext(dialog)
      return true
    case 'NumpadAdd':
    case 'NumpadSubtract':
      if (list) choose(list, event.code === 'NumpadAdd' ? 1 : -1)
      return list !== null
    case 'NumpadEnter':
      list?.form?.requestSubmit()
      return list !== null
    default:
      return false
  }
}

/** To the next list or button; a field to write in would not let a number pad go again. */
function toNext(dialog: Element): void {
  const all = [...dialog.querySelectorAll<HTMLElement>('select, button')]
  const here = document.activeElement
  const isLater = (one: Element) =>
    here !== null && (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  ;(all.find(isLater) ?? all[0])?.focus()
}

function choose(list: HTMLSelectElement, by: 1 | -1): void {
  const next = list.selectedIndex + by
  if (next < 0 || next >= list.options.length) return
  list.selectedIndex = next
  list.dispatchEvent(new Event('change', { bubbles: true }))
}

function isWrittenInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea')
}
