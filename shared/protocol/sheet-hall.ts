import { z } from 'zod'

import { language, text } from './parts.ts'

/** What a page for the hall's wall has to know of the hall, whatever it tells. */
export const sheetHall = z.strictObject({
  name: text,
  timeZone: z.string(),
  languages: z.array(language),
  brand: z.strictObject({ colour: z.string().nullable(), logo: z.string().nullable() }),
})

export interface SheetFacts {
  readonly hall: z.output<typeof sheetHall>
}
