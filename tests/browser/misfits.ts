import type { Page } from 'playwright-core'

/** Whether a page may be scrolled down: a phone may, what stands or hangs in the hall may not. */
export type Reading = 'scrolled' | 'at a glance'

/**
 * What of a page's words and pictures cannot be seen whole: cut off, sticking out of its box, lying on other words, or
 * outside the window. A sentence each; none if all fits.
 */
export function misfits(page: Page, reading: Reading): Promise<string[]> {
  return page.evaluate(findMisfits, reading)
}

/** Runs in the page, so it brings all it needs. */
function findMisfits(reading: Reading): string[] {
  interface Piece {
    readonly what: string
    readonly element: Element
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }

  /** Half a pixel of rounding on either side. */
  const slack = 1
  const found = new Set<string>()
  const pieces = [...words(), ...pictures()].flatMap(inItsScroller)

  if (document.documentElement.scrollWidth > innerWidth + slack) found.add('the page scrolls sideways')
  for (const piece of pieces) {
    if (piece.left < -slack || piece.right > innerWidth + slack)
      found.add(`${piece.what} is beside the window`)
    const below = reading === 'at a glance' && (piece.top < -slack || piece.bottom > innerHeight + slack)
    if (below) found.add(`${piece.what} is above or below the window`)
    const box = boxOf(piece.element).getBoundingClientRect()
    if (piece.right > box.right + slack || piece.left < box.left - slack)
      found.add(`${piece.what} sticks out of its box`)
    if (isCut(piece)) found.add(`${piece.what} is cut off`)
  }
  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) {
      if (lieOnEachOther(one, other)) found.add(`${one.what} and ${other.what} lie on each other`)
    }
  }
  return [...found]

  function words(): Piece[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const all: Piece[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      const element = text.parentElement!
      const said = (text.textContent ?? '').trim()
      if (said === '' || !isShown(element)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const { left, right, top, bottom, height, width } of range.getClientRects()) {
        if (width < slack) continue
        // The rectangle is as high as the font allows, more than any letter takes.
        all.push({
          what: `"${said.slice(0, 40)}"`,
          element,
          left,
          right,
          top: top + height / 4,
          bottom: bottom - height / 4,
        })
      }
    }
    return all
  }

  function pictures(): Piece[] {
    return [...document.querySelectorAll('svg, img, input')].filter(isShown).map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const what = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`
      return { what, element, left, right, top, bottom }
    })
  }

  /** What a box that is scrolled shows of a piece now: the rest is seen by scrolling. */
  function inItsScroller(piece: Piece): Piece[] {
    let { top, bottom } = piece
    for (let around = piece.element.parentElement; around; around = around.parentElement) {
      if (around === document.body || !/auto|scroll/.test(getComputedStyle(around).overflowY)) continue
      const box = around.getBoundingClientRect()
      top = Math.max(top, box.top)
      bottom = Math.min(bottom, box.bottom)
    }
    return bottom - top > slack ? [{ ...piece, top, bottom }] : []
  }

  function isShown(element: Element): boolean {
    const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    return visible && element.closest('.spoken, [inert]') === null
  }

  /** Words in a line stand in the block around it. */
  function boxOf(element: Element): Element {
    const { display } = getComputedStyle(element)
    const flows = display === 'inline' || display === 'contents'
    return flows && element.parentElement ? boxOf(element.parentElement) : element
  }

  function isCut({ element, left, right, top, bottom }: Piece): boolean {
    for (let around: Element | null = element; around; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around)
      const box = around.getBoundingClientRect()
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (cuts(overflowX) && (right > box.right + slack || left < box.left - slack)) return true
      if (cuts(overflowY) && (bottom > box.bottom + slack || top < box.top - slack)) return true
    }
    return false
  }

  function lieOnEachOther(one: Piece, other: Piece): boolean {
    if (
      one.element === other.element ||
      one.element.contains(other.element) ||
      other.element.contains(one.element)
    )
      return false
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    return wide > 2 * slack && high > 2 * slack
  }
}
