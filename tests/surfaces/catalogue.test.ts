import { expect, test } from 'vitest'

import { addPart, loadLanguages } from '#shared/messages/catalogue.ts'
import { texts, type TextKey } from '#shared/messages/text.ts'

function addOneText(key: string, text: string) {
  const come = async () => ({ default: { [key]: text } })
  addPart({ lt: { [key]: 'lietuviškai' }, others: { en: come, ru: come, pl: come, uk: come } })
}

test('a part that is added while a language is on its way comes with it', async () => {
  addOneText('early', 'Early')
  const loading = loadLanguages(['en'])
  addOneText('late', 'Late')
  await loading
  const t = texts('en')
  expect([t('early' as TextKey), t('late' as TextKey), t('common.done')]).toEqual(['Early', 'Late', 'Done'])
})
