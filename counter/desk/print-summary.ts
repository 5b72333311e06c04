import { mount, unmount, type ComponentProps } from 'svelte'

import { loadLanguages } from '#shared/messages/catalogue.ts'

import SummarySheet from './SummarySheet.svelte'

/** Has the browser print what a visit came to, on a printer of this machine; resolves when its window for that is closed. */
export async function printSummary(props: ComponentProps<typeof SummarySheet>): Promise<void> {
  await loadLanguages([props.language])
  const sheet = mount(SummarySheet, { target: document.body, props })
  const closed = new Promise((resolve) => addEventListener('afterprint', resolve, { once: true }))
  window.print()
  await closed
  await unmount(sheet)
}
