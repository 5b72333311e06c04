import { signedIn } from './guide-people.ts'
import type { Studio } from './guide-studio.ts'
import { button, heading } from './screens.ts'

/** The pages of those who look after the hall. */
export async function picturesOfSettings(studio: Studio): Promise<void> {
  const { t } = studio
  const services = await signedIn(studio, 'supervisor', '1', '/counter/services')
  const permits = services.getByRole('button', { name: new RegExp(`^${t('services.pause')}:`) }).nth(4)
  await permits.click()
  await services.getByRole('radio').first().check()
  await studio.keep('services-pause', services, services.getByRole('dialog'))
  await services
    .getByRole('dialog')
    .getByRole('button', { name: t('services.pause'), exact: true })
    .click()
  await services.getByRole('button', { name: new RegExp(`^${t('services.resume')}:`) }).waitFor()
  await studio.keep('services', services)

  const staff = await signedIn(studio, 'administrator', '2', '/counter/staff')
  await button(staff, t('staff.add')).click()
  await studio.keep('staff', staff, staff.getByRole('dialog'))

  const start = await signedIn(studio, 'administrator', '3', '/')
  await heading(start, t('launch.next')).waitFor()
  await start.setViewportSize({ width: 1366, height: 845 })
  await studio.keep('start', start)
}

/** Of a hall that has nothing yet. */
export async function pictureOfSetup(studio: Studio): Promise<void> {
  const page = await studio.ready(await studio.hall.open('desk', studio.hall.setupLink!))
  await page.getByLabel(studio.t('setup.hall.name')).waitFor()
  await page.setViewportSize({ width: 800, height: 1400 })
  await studio.keep('setup', page)
}
