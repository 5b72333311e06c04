import { type ActionId, allActions } from '../desk/actions.ts'
import { askForWorkElsewhere } from '../work-elsewhere.ts'
import { stopAutoCall } from './auto-call-told.ts'

/** 4.997 % of a screen of 1366x768; lower than this Chromium opens no window. */
export const barSize = { width: 1008, height: 52 }
const address = '/counter/bar'

/** Of browsers that let a page lie over all other windows. */
interface DocumentPictureInPicture {
  readonly requestWindow: (size: typeof barSize) => Promise<Window>
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture
  }
}

/** Opens the bar over all other windows; where the browser has none such, in a small one of its own. */
export async function openBar(title: string): Promise<void> {
  const { width, height } = barSize
  // Or the desk would be locked while its clerk works in the program that the bar stands beside.
  askForWorkElsewhere()
  if (!window.documentPictureInPicture)
    return void window.open(address, 'eile-bar', `popup,width=${width},height=${height}`)
  const over = await window.documentPictureInPicture.requestWindow(barSize)
  over.document.title = title
  over.document.documentElement.lang = document.documentElement.lang
  over.document.body.style.margin = '0'
  over.document.body.append(frameOf(over.document, title))
}

/** Such a window can be given elements, but no address. */
function frameOf(document: Document, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  Object.assign(frame, { src: address, title })
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' })
  // The keys are the bar's at once.
  frame.addEventListener('load', () => frame.contentWindow?.focus())
  return frame
}

/** At the bar: the page of the whole desk comes forward, where it is open with what it is to ask. */
export function showWholeDesk(action?: ActionId): void {
  const desk = wholeDesk()
  if (!desk) return void window.open('/counter', 'eile-desk')
  desk.focus()
  if (action) desk.postMessage({ action }, location.origin)
}

/** At the bar: what is not done here is asked there. To stop a call nobody has to leave the other program. */
export function leaveToWholeDesk(action: ActionId): void {
  if (action === 'stop-auto-call') stopAutoCall()
  else showWholeDesk(action)
}

/** What opened the bar, itself or the window around it. */
export function wholeDesk(): Window | null {
  const { opener } = window.parent as { opener: Window | null }
  return opener?.closed === false ? opener : null
}

/** At the whole desk: which action its bar asks for; null of any other message. */
export function actionFromBar({
  origin,
  data,
}: Pick<MessageEvent<unknown>, 'origin' | 'data'>): ActionId | null {
  if (origin !== location.origin || typeof data !== 'object' || data === null || !('action' in data))
    return null
  return allActions.find(({ id }) => id === data.action)?.id ?? null
}
