import type { Language } from '#shared/messages/text.ts'

/** Where the hall has things translated; nothing but the two languages is told there. */
export function translatorAddress(address: string, from: Language, to: Language): string {
  return address.replaceAll('{from}', from).replaceAll('{to}', to)
}
