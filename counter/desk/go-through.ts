/** What is in these lists to be pressed now: first who is put aside or missed, then the queue. */
const buttons = ['.aside button', '.services button, .queue button']

/** Moves the focus to the next button of the lists, and after the last of them to where it came from. */
export class GoThrough {
  #from: HTMLElement | null = null

  next(lists: HTMLElement): void {
    const all = buttons
      .flatMap((some) => [...lists.querySelectorAll<HTMLElement>(some)])
      .filter((button) => button.getAttribute('aria-disabled') !== 'true')
    const here = document.activeElement as HTMLElement | null
    const at = all.findIndex((button) => button === here)
    if (at < 0) this.#from = here
    ;(all[at + 1] ?? this.#from)?.focus()
  }
}
