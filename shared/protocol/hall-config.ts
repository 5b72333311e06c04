import { z } from 'zod'
import {
  weekdays,
  type HallAlerts,
  type HallConfig,
  type HallVoice,
  type ServiceInformation,
} from '../queue/config.ts'
import { firstComeOrder, orderSettings } from './order-settings.ts'
import { direction, id, language, serviceInformation, text } from './parts.ts'

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a local time such as 08:30, or 24:00')

const openTimes = z
  .array(z.tuple([clock, clock]).refine(([from, to]) => from < to, 'from before to'))
  .max(6)
  .refine(
    (times) => times.every(([from], n) => n === 0 || times[n - 1]![1] <= from),
    'in order, without overlap',
  )

const hours = z.strictObject({
  week: z.strictObject(
    Object.fromEntries(weekdays.map((day) => [day, openTimes])) as Record<
      (typeof weekdays)[number],
      typeof openTimes
    >,
  ),
  exceptions: z.record(z.iso.date(), openTimes),
})

const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Europe/Vilnius')

const list = <T extends z.ZodType<{ id: string }>>(item: T, max: number) =>
  z
    .array(item)
    .max(max)
    .superRefine((items, context) => {
      const seen = new Set<string>()
      items.forEach(({ id }, n) => {
        if (seen.has(id))
          context.addIssue({ code: 'custom', path: [n, 'id'], message: `"${id}" is there twice` })
        seen.add(id)
      })
    })

/** Of a service that nobody has described yet. */
export const noInformation: ServiceInformation = {
  about: {},
  bring: {},
  price: {},
  pay: {},
  minutes: null,
  checked: null,
}

/** Of a hall that has set nothing about it. */
export const newVoice: HallVoice = { speaks: true, saysZone: false }

/** The same: the whole target, and twice the target. */
export const newAlerts: HallAlerts = { attentionPercent: 100, stopPercent: 200, waitMinutes: null }

const percent = z.number().int().min(20).max(1_000)

const shape = z.strictObject({
  name: text,
  timeZone,
  languages: z
    .array(language)
    .min(1)
    .refine((all) => all[0] === 'lt' && new Set(all).size === all.length, 'Lithuanian first, and none twice'),
  hours,
  series: list(
    z
      .strictObject({
        id,
        letter: z.string().regex(/^\p{Lu}{1,2}$/u, 'one or two capital letters'),
        from: z.number().int().min(1),
        to: z.number().int().max(9_999_999),
      })
      .refine(({ from, to }) => from <= to, 'from at most to'),
    60,
  ),
  groups: list(z.strictObject({ id, name: text }), 20),
  services: list(
    z.strictObject({
      id,
      group: id,
      series: id.nullable(),
      name: text,
      help: text,
      information: serviceInformation.default(noInformation),
      targetMinutes: z.number().min(1).max(480),
      hours: hours.nullable(),
      dailyLimit: z.number().int().min(1).nullable(),
    }),
    200,
  ),
  zones: list(z.strictObject({ id, name: text }), 30),
  profiles: list(
    z.strictObject({
      id,
      name: text,
      first: z.array(id),
      fallback: z.array(id),
      languages: z.array(language).default([]),
    }),
    100,
  ),
  counters: list(
    z.strictObject({ id, label: z.string().min(1).max(8), zone: id, profile: id, direction }),
    200,
  ),
  texts: z.strictObject({ welcome: text, paper: text }),
  brand: z
    .strictObject({
      colour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, 'a colour such as #0b5d66')
        .nullable(),
      logo: z
        .string()
        .max(200_000, 'at most 150 kB')
        .regex(
          /^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/,
          'a picture as a data URL in base64',
        )
        .nullable(),
    })
    .default({ colour: null, logo: null }),
  order: orderSettings.default(firstComeOrder),
  rules: z.strictObject({
    recalls: z.number().int().min(0).max(20),
    recallSeconds: z.number().int().min(0).max(120).default(20),
    reportMinutes: z.number().int().min(1).max(480),
    parkMinutes: z.number().int().min(1).max(480),
    autoCallSeconds: z.number().int().min(0).max(120).default(10),
    cutOff: z.boolean().default(true),
    showKept: z.boolean().default(false),
    showClerk: z.boolean().default(false),
  }),
  voice: z.strictObject({ speaks: z.boolean(), saysZone: z.boolean() }).default(newVoice),
  alerts: z
    .strictObject({
      attentionPercent: percent,
      stopPercent: percent,
      waitMinutes: z.number().int().min(1).max(480).nullable().default(null),
    })
    .refine(({ attentionPercent, stopPercent }) => attentionPercent <= stopPercent, {
      path: ['stopPercent'],
      message: 'at least attentionPercent',
    })
    .default(newAlerts),
  translator: z
    .string()
    .max(500)
    .refine(isSafeAddress, 'an address that begins with https://')
    .nullable()
    .default(null),
})

/** A hall's configuration. What one part names must be there, and no two series may give the same label. */
export const hallConfig: z.ZodType<HallConfig> = shape.superRefine((config, context) => {
  const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id))
  const known = {
    group: ids(config.groups),
    series: ids(config.series),
    zone: ids(config.zones),
    profile: ids(config.profiles),
  }
  const services = ids(config.services)
  const issue = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const mustKnow = (set: Set<string>, id: string, path: (string | number)[]) => {
    if (!set.has(id)) issue(path, `there is no "${id}"`)
  }
  const mustBeNamed = (name: Partial<Record<string, string>>, path: (string | number)[]) => {
    for (const language of config.languages) {
      if (!name[language]?.trim()) issue([...path, language], 'this text is missing')
    }
  }

  /** Nobody is told less for reading another language. */
  const allOrNone = (text: Partial<Record<string, string>>, path: (string | number)[]) => {
    if (Object.values(text).some((words) => words?.trim())) mustBeNamed(text, path)
  }

  mustBeNamed(config.name, ['name'])
  allOrNone(config.texts.welcome, ['texts', 'welcome'])
  allOrNone(config.texts.paper, ['texts', 'paper'])
  config.groups.forEach(({ name }, n) => mustBeNamed(name, ['groups', n, 'name']))
  config.zones.forEach(({ name }, n) => mustBeNamed(name, ['zones', n, 'name']))
  config.services.forEach((service, n) => {
    mustBeNamed(service.name, ['services', n, 'name'])
    mustKnow(known.group, service.group, ['services', n, 'group'])
    if (service.series !== null) mustKnow(known.series, service.series, ['services', n, 'series'])
    const { about, bring, price, pay, checked } = service.information
    const by = checked?.by ?? {}
    allOrNone(service.help, ['services', n, 'help'])
    for (const [field, text] of Object.entries({ about, bring, price, pay, by }))
      allOrNone(text, ['services', n, 'information', field])
  })
  config.profiles.forEach((profile, n) => {
    profile.first.forEach((id, m) => mustKnow(services, id, ['profiles', n, 'first', m]))
    profile.fallback.forEach((id, m) => mustKnow(services, id, ['profiles', n, 'fallback', m]))
  })
  for (const service of Object.keys(config.order.weights)) mustKnow(services, service, ['order', 'weights'])
  config.counters.forEach((counter, n) => {
    mustKnow(known.zone, counter.zone, ['counters', n, 'zone'])
    mustKnow(known.profile, counter.profile, ['counters', n, 'profile'])
  })
  config.series.forEach((a, n) => {
    const clash = config.series
      .slice(0, n)
      .find((b) => a.letter === b.letter && a.from <= b.to && b.from <= a.to)
    if (clash) issue(['series', n], `gives the same numbers as "${clash.id}"`)
  })
})

/** What is wrong, a line an error, each naming its place: `services[2].series: there is no "B"`. */
export function explain(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => {
    const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
    return `${where.replace(/^\./, '') || 'the file'}: ${message}`
  })
}

function isSafeAddress(address: string): boolean {
  return /^https:\/\/[^\s/]\S*$/.test(address) && URL.canParse(address)
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
