/** Parts of a page that are told by name, and so can be landed on. */
const parts = 'dialog[open], section, main'

/**
 * When what has the focus goes, a browser takes the focus to the page as a whole, and whoever uses a keyboard or listens
 * has to find their place again. This takes it to the nearest part that is still there. Gives what ends it.
 */
export function keepFocus(page: Document = document): () => void {
  /** What had the focus last and all around it; and the same before a dialog took it. */
  let way: readonly Element[] = []
  let wayBefore: readonly Element[] = []

  function note({ target }: FocusEvent): void {
    if (!(target instanceof Element)) return
    way = wayOut(target)
    if (!target.closest('dialog')) wayBefore = way
  }

  /** Who presses beside everything means to leave what had the focus. */
  function forget(): void {
    way = []
  }

  function look(): void {
    const [last] = way
    if (!last || page.activeElement !== page.body || isShown(last)) return
    const left = [...way, ...wayBefore].find((element) => element.matches(parts) && isShown(element))
    const next = left ?? page.querySelector('main')
    if (next instanceof HTMLElement) land(next)
  }

  const observer = new MutationObserver(look)
  observer.observe(page.body, {
    ...{ childList: true, subtree: true },
    attributeFilter: ['open', 'hidden'],
  })
  page.addEventListener('focusin', note)
  page.addEventListener('pointerdown', forget)
  return () => {
    observer.disconnect()
    page.removeEventListener('focusin', note)
    page.removeEventListener('pointerdown', forget)
  }
}

function wayOut(element: Element): Element[] {
  return [element, ...(element.parentElement ? wayOut(element.parentElement) : [])]
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}

function land(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true })
  }
  part.focus({ preventScroll: true })
}
