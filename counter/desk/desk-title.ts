import { goesTo, helpTitle } from '../help-calls.ts'
import type { Desk } from './desk.svelte.ts'

/** What stands on the window's tab or bar, a frame later than on the desk: who asks for help, who is here, how many wait. */
export function deskTitle(desk: Desk): string {
  const { t } = desk
  if (desk.face === 'locked') return `${t('lock.title')} – Eilė`
  const [call, ...others] = desk.asking.filter((call) => goesTo(call) === null)
  const more = others.length > 0 ? ` (+${others.length})` : ''
  return (call ? `${helpTitle(t, call)}${more} – ` : '') + place(desk)
}

function place({ t, trailing: view, counter }: Desk): string {
  if (view?.visitor)
    return `${view.visitor.label} – ${t('desk.counter.at', { counter: counter?.label ?? '' })}`
  const waiting =
    view?.shift && view.waitingForMe > 0 ? `(${view.waitingForMe}) ${t('desk.waiting.title')} – ` : ''
  return waiting + (counter ? t('desk.counter.at', { counter: counter.label }) : 'Eilė')
}
