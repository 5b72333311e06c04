import type { Page } from 'playwright-core'

import type { Studio } from './guide-studio.ts'
import { password } from './running-pages.ts'
import { button } from './screens.ts'

export function openKiosk(studio: Studio): Promise<Page> {
  return studio.hall.kiosk({ printer: 'preview:', name: kioskName(studio) })
}

export function kioskName({ t }: Studio): string {
  return `${t('devices.kind.kiosk')} 1`
}

export async function openDisplay({ hall, t }: Studio): Promise<Page> {
  return hall.open('display', (await hall.device('display', { name: t('devices.kind.display') })).page)
}

/** Somebody new, called by role and number. */
export async function signedIn(
  studio: Studio,
  role: 'clerk' | 'receptionist' | 'supervisor' | 'administrator',
  number: string,
  address?: string,
): Promise<Page> {
  const { hall, t } = studio
  const name = role === 'clerk' ? `${t(`role.${role}`)} ${number}` : t(`role.${role}`)
  await hall.staff(`${role}${number}`, name, role)
  return studio.ready(await hall.signedIn(`${role}${number}`, address))
}

export async function setPin({ hall }: Studio, desk: Page): Promise<void> {
  const answer = await desk.request.post(`${hall.url}/api/me/pin`, {
    headers: { origin: hall.url },
    data: { password, pin: '2748' },
  })
  if (!answer.ok()) throw new Error(`The PIN was refused: ${answer.status()}`)
}

export async function openedDesk(studio: Studio, counter: string): Promise<Page> {
  const desk = await signedIn(studio, 'clerk', counter)
  await button(desk, `${studio.t('desk.counter.open')}: ${counter}`).click()
  return desk
}
