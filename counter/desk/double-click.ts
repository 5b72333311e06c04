/**
 * The second click of a double click is meant for what the first one was on. Where that is another button by now, or one
 * that says something else, it does not count. To be attached to what has all the buttons in it.
 */
export function guardDoubleClicks(element: HTMLElement): () => void {
  let last: { readonly button: Element | null; readonly says: string | null } | undefined

  function look(event: MouseEvent) {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const says = button && (button.ariaLabel ?? button.textContent)
    if (button && event.detail > 1 && (last?.button !== button || last.says !== says)) {
      event.preventDefault()
      event.stopPropagation()
    }
    last = { button, says }
  }

  element.addEventListener('click', look, { capture: true })
  return () => element.removeEventListener('click', look, { capture: true })
}
