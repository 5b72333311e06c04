import type { Page } from 'playwright-core'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { hallConfig } from '#shared/protocol/hall-config.ts'
import { inLanguage } from '#shared/messages/in-language.ts'
import { languages, texts } from '#shared/messages/text.ts'
import type { KioskView } from '#shared/protocol/views.ts'
import { knownNeeds } from '#shared/queue/command.ts'
import type { Language, Service } from '#shared/queue/config.ts'

import { longName, nextMorning, openHall, type PublicScreen } from './public-screens.ts'
import { tapUntil } from './screens.ts'
import { openStaged, stagedNow, type Scene } from './staged-page.ts'

const example = hallConfig.parse(exampleHall)
const address = '/kiosk#token=staged'
/** One that is paused and has a long name, beside the example's own. */
const services: readonly Service[] = example.services.map((service, n) =>
  n === 2 ? { ...service, name: longName } : service,
)
const described = { services: services.map(({ id, information }) => ({ id, information })) } as NonNullable<
  Scene['described']
>

const closed: KioskView['services'][number]['closed'][] = [null, 'service/cut-off', 'service/paused']

function kiosk(spoken: readonly Language[], changes: Partial<KioskView> = {}): KioskView {
  return {
    audience: 'kiosk',
    hall: { ...openHall, languages: [...spoken], welcome: example.texts.welcome },
    groups: example.groups.map(({ id, name }) => ({ id, name })),
    services: services.map(({ id, group, name, help, series }, n) => ({
      id,
      group,
      name,
      help,
      waiting: series === null ? 0 : n * 7,
      closed: series === null ? 'service/no-ticket' : (closed[n] ?? null),
      paused: n === 2 ? 'technical' : null,
      promised: series === null ? null : n === 0 ? { low: 105, high: 120 } : { low: 0, high: 5 },
      lastTickets: n === 0 ? { until: stagedNow + 29 * 60_000, left: 12 } : null,
    })),
    assistance: null,
    ...changes,
  }
}

/** The kiosk when nobody has chosen a language. */
export function kioskScreens(...others: Language[]): PublicScreen[] {
  const spoken: Language[] = ['lt', ...others]
  const last = texts(others.at(-1) ?? 'lt')
  const view = kiosk(spoken, { groups: [], services: [] })
  const closed = { ...view, hall: { ...view.hall, open: false, opensAt: nextMorning } }
  const scenes: Record<string, Scene> = {
    closed: { view: closed, said: last('kiosk.hallClosed') },
    lost: { view, said: last('kiosk.notNow'), lost: true },
    stopping: { view, said: last('error.server/stopping'), lost: 'server/stopping' },
  }
  return Object.entries(scenes).map(([name, scene]) => ({
    name: `kiosk ${name} ${spoken.join('-')}`,
    address,
    scene,
  }))
}

/** A visitor's way through the kiosk in a language, from its first screen to the ticket: each screen when it is there. */
export async function* kioskVisit(page: Page, url: string, language: Language): AsyncGenerator<string> {
  const t = texts(language)
  const group = example.groups[0]!
  const service = services.find((one) => one.group === group.id)!
  const [, cutOff, paused] = services as [Service, Service, Service]
  const button = (name: string) => page.getByRole('button', { name })
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
  const named = (one: { readonly name: Service['name'] }) => inLanguage(one.name, language)
  /** To the page of a service of the group, from wherever the visitor is: a tap that is slow to act leads too far at times. */
  const open = async (one: Service) => {
    while (!(await heading(named(one)).isVisible())) {
      for (const way of [button(named(one)), button(named(group)), button(t('kiosk.back'))])
        if (await way.isVisible()) {
          await way.tap({ timeout: 1_000 }).catch(() => {})
          break
        }
      await heading(named(one))
        .waitFor({ timeout: 800 })
        .catch(() => {})
    }
  }

  await openStaged(page, new URL(address, url).href, {
    view: kiosk(['lt', 'en', 'ru', 'pl', 'uk'], { assistance: 'asked' }),
    described,
    said: texts('lt')('kiosk.title'),
    answer: {
      ticket: 't1',
      label: 'A017',
      url: `http://hall.example/t/${'x'.repeat(43)}`,
      promised: { low: 105, high: 120 },
    },
  })
  if (language !== 'lt') await tapUntil(button(languages[language].name), heading(t('kiosk.title')))
  yield 'start'
  await tapUntil(button(named(group)), heading(named(group)))
  yield 'group'
  await open(paused)
  yield 'paused'
  await open(cutOff)
  yield 'cut-off'
  await open(service)
  yield 'service'
  await tapUntil(button(t('kiosk.needs')), heading(t('kiosk.needs.title')))
  for (const need of knownNeeds) {
    const name = t(`kiosk.need.${need}`)
    await tapUntil(button(name), page.getByRole('button', { name, pressed: true }))
  }
  yield 'needs'
  await open(service)
  yield 'needs-said'
  await tapUntil(button(t('kiosk.take')), page.locator('h1 .number'))
  yield 'ticket'
}
