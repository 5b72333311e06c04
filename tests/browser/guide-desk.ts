import type { Page } from 'playwright-core'

import { barSize } from '#counter/bar/bar-window.ts'

import type { Morning } from './guide-morning.ts'
import { kioskName } from './guide-people.ts'
import { barSheet } from './guide-sheets.ts'
import { keepPicture, type Studio } from './guide-studio.ts'
import { button, t as lithuanian, tapUntil } from './screens.ts'

/** What a clerk has for a visitor who was called: all that opens is closed again, and the counter locked. */
export async function picturesOfDesk(studio: Studio, { kiosk, desk }: Morning): Promise<void> {
  const { t, language } = studio
  await pictureOfBar(studio)
  await button(desk, t('desk.start')).click()
  await button(desk, t('desk.finish')).waitFor()
  await picturesOfDialogs(studio, desk)

  await button(kiosk, lithuanian('kiosk.callStaff')).tap()
  const yes = button(kiosk, lithuanian('kiosk.assistance.yes'))
  await tapUntil(yes, kiosk.getByText(lithuanian('kiosk.staffCalled')))
  await desk.getByText(kioskName(studio)).last().waitFor()
  keepPicture(`${language}/desk-assistance`, await desk.getByRole('complementary').screenshot())
  await button(desk, t('desk.assistance.answer')).click()
  await desk.keyboard.press('u')
  await button(desk, t('lock.unlock')).waitFor()
  await studio.keep('desk-locked', desk, desk.getByRole('main'))
}

/** Of the same clerk in a browser of its own: of two pages in one, the desk behind would be drawn no more. */
async function pictureOfBar(studio: Studio): Promise<void> {
  const { hall, language, t } = studio
  const bar = await studio.ready(await hall.signedIn('clerk1', '/counter/bar'))
  await bar.setViewportSize(barSize)
  await bar.getByRole('button', { name: t('desk.start') }).waitFor()
  const sheet = await hall.open('desk', '/no-such-page')
  keepPicture(`${language}/bar`, await barSheet(sheet, barSize, await studio.shot(bar)))
}

async function picturesOfDialogs({ t, language, keep }: Studio, desk: Page): Promise<void> {
  const dialog = desk.getByRole('dialog')
  const words = wordsOf[language]

  await desk.keyboard.press('l')
  // The visitor is a stranger to who reads this.
  if (language === 'lt') await button(desk, 'English').click()
  await keep('desk-talk', desk, dialog)
  await desk.keyboard.press('Escape')

  await desk.keyboard.press('m')
  await dialog.getByLabel(t('summary.outcome.papers-missing')).check()
  await dialog.getByLabel(t('summary.step.bring-papers')).check()
  await dialog.getByLabel(t('desk.sumUp.date')).fill('2026-12-03')
  await dialog.getByLabel(t('desk.sumUp.time')).fill('10:30')
  await dialog.getByLabel(t('desk.sumUp.place')).fill(words.place)
  await dialog.getByLabel(t('reception.kiosk')).waitFor()
  await keep('desk-summary', desk, dialog)
  await desk.keyboard.press('Escape')

  await desk.keyboard.press('p')
  await desk.getByLabel(t('desk.transfer.service')).selectOption({ index: 3 })
  await desk.getByLabel(t('desk.transfer.note')).fill(words.note)
  await keep('desk-transfer', desk, dialog)
  await desk.keyboard.press('Escape')
}

const wordsOf = {
  lt: { note: 'Prašymas jau užpildytas, trūksta tik parašo.', place: '12 kabinetas' },
  en: { note: 'The request is filled in, only the signature is missing.', place: 'Room 12' },
}
