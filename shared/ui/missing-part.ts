import { loadAnewByItself } from './load-anew.ts'

/**
 * A part of a page that did not come when it was asked for never does: the browser answers each further try from memory.
 * Only the page loaded anew has it, as one whose line was refused. Returns the way to leave it.
 */
export function loadAnewForMissingPart(reload?: () => void): () => void {
  let leave: (() => void) | undefined
  const missing = () => (leave ??= loadAnewByItself(reload))
  window.addEventListener('vite:preloadError', missing)
  return () => {
    window.removeEventListener('vite:preloadError', missing)
    leave?.()
  }
}
