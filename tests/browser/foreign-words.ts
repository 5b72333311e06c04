import type { Page } from 'playwright-core'

/**
 * Where a page breaks the rule on public signs (VLKK): Lithuanian is there, before any other language, not smaller, and
 * the other says no more. A sentence each. What is said in several languages carries `lang`; the names of the languages
 * themselves, which are to be touched, do not count.
 */
export function foreignWords(page: Page): Promise<string[]> {
  return page.evaluate(findForeignWords)
}

/** Runs in the page, so it brings all it needs. */
function findForeignWords(): string[] {
  const foreign = [...document.body.querySelectorAll<HTMLElement>('[lang]:not([lang=lt], button)')]
  return foreign
    .filter((element) => element.checkVisibility())
    .flatMap((other) => {
      const what = `"${other.innerText.slice(0, 40)}" (${other.lang})`
      const around = [...(other.parentElement?.children ?? [])] as HTMLElement[]
      const lt = around.slice(0, around.indexOf(other)).find(isLithuanian)
      if (!lt) return [`${what} has no Lithuanian before it`]

      const broken: string[] = []
      const [own, others] = [parts(lt), parts(other)]
      if (others.length > own.length || numbers(other).some((one) => !numbers(lt).includes(one)))
        broken.push(`${what} says more than the Lithuanian`)
      if (others.some((part, index) => sizeOf(part) > sizeOf(own[index] ?? lt)))
        broken.push(`${what} is larger than the Lithuanian`)
      return broken
    })

  function isLithuanian(element: HTMLElement): boolean {
    return element.closest<HTMLElement>('[lang]')?.lang === 'lt' && element.textContent.trim() !== ''
  }

  function parts(element: HTMLElement): HTMLElement[] {
    return [element, ...element.querySelectorAll<HTMLElement>('*')]
  }

  function sizeOf(element: HTMLElement): number {
    return Number.parseFloat(getComputedStyle(element).fontSize)
  }

  function numbers(element: HTMLElement): string[] {
    return element.innerText.match(/\d+/g) ?? []
  }
}
