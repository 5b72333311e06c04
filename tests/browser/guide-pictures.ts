// Makes the pictures of the README and of the guides, each from a hall that runs: npm run docs:pictures
import { staffLanguages } from '#shared/messages/staff.ts'

import { picturesOfDesk } from './guide-desk.ts'
import { beginMorning, callUpTo, sheetsOf, takeNumber } from './guide-morning.ts'
import { pictureOfSetup, picturesOfSettings } from './guide-settings.ts'
import { openStudio, type Studio } from './guide-studio.ts'
import { picturesOfWatch } from './guide-watch.ts'
import { openChromium } from './hall-in-chromium.ts'

const browser = await openChromium()
try {
  for (const language of staffLanguages) {
    await within(await openStudio(browser, language, 'nothing'), pictureOfSetup)
    await within(await openStudio(browser, language), picturesOfHall)
    await within(await openStudio(browser, language), picturesOfWatch)
  }
} finally {
  await browser.close()
}

async function picturesOfHall(studio: Studio): Promise<void> {
  const morning = await beginMorning(studio)
  const visit = await takeNumber(studio, morning)
  await callUpTo(studio, morning, visit.number)
  if (studio.language === 'lt') await sheetsOf(studio, morning, visit)
  await picturesOfDesk(studio, morning)
  await picturesOfSettings(studio)
}

async function within(studio: Studio, work: (studio: Studio) => Promise<void>): Promise<void> {
  try {
    await work(studio)
  } catch (error) {
    process.stderr.write(`The pages as they were: ${await studio.hall.photograph()}\n`)
    throw error
  } finally {
    await studio.hall.close()
  }
}
