import { isLanguage, type Language } from '#shared/messages/text.ts'
import type { HallConfig, Text } from '#shared/queue/config.ts'

const lists = ['groups', 'zones', 'services'] as const
type List = (typeof lists)[number]

const parts = ['name', 'help', 'about', 'bring', 'price', 'pay', 'by'] as const
export type TextPart = (typeof parts)[number]

/** What lacks texts in a language. */
export interface Lacking {
  readonly list: List
  readonly name: Text
  readonly parts: readonly TextPart[]
}

/** What this page cannot mend: by language, which texts of groups, zones and services are missing. */
export function missingTexts(
  config: HallConfig,
  faults: Readonly<Record<string, string>>,
): ReadonlyMap<Language, readonly Lacking[]> {
  const missing = new Map<Language, Lacking[]>()
  for (const path of Object.keys(faults).filter((one) => faults[one] === 'hall/missing-text')) {
    const [first, n, ...rest] = path.split('.')
    const list = lists.find((one) => one === first)
    const language = rest.at(-1) ?? ''
    const part = parts.find((one) => one === rest.at(-2))
    const thing = list && config[list][Number(n)]
    if (!list || !thing || !part || !isLanguage(language)) continue
    const lacking = missing.get(language) ?? []
    const known = lacking.find(({ name }) => name === thing.name)
    const others = lacking.filter((one) => one !== known)
    missing.set(language, [...others, { list, name: thing.name, parts: [...(known?.parts ?? []), part] }])
  }
  return missing
}
