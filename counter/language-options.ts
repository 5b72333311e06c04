import { languageOrder, languages } from '#shared/messages/text.ts'

/** The languages of visitors, each by its own name, for a field to choose from. */
export const languageOptions = languageOrder.map((one) => [one, languages[one].name] as const)
