import { getContext, setContext } from 'svelte'

const key = Symbol('page hidden')

/** For a page that stays while something else is shown in its place: its dialogs go with it and come back with it. */
export function hidePageWhile(hidden: () => boolean): void {
  setContext(key, hidden)
}

/** Whether the page around is hidden now. */
export function pageHidden(): () => boolean {
  return getContext<(() => boolean) | undefined>(key) ?? (() => false)
}
