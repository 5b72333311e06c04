import { expect, test } from 'vitest'
import type { ActionId } from '#counter/desk/actions.ts'
import { Desk } from '#counter/desk/desk.svelte.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { called, deskView, now } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

function partOfDesk(changes: Partial<DeskView>) {
  const line = new FakeLine<DeskView>()
  line.time = now
  line.show(deskView(changes))
  const left: ActionId[] = []
  return { line, left, desk: new Desk(line, (id) => left.push(id)) }
}

test('a part of the desk does what is done at once, and leaves what is asked to the whole of it', async () => {
  const { line, left, desk } = partOfDesk({ visitor: called() })
  await desk.act('recall')
  await desk.act('transfer')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:recall'])
  expect([left, desk.question]).toEqual([['transfer'], null])
})

test('a part of the desk calls nobody by itself, whatever the tab remembers', () => {
  sessionStorage.setItem('eile-desk-auto-call', 'on')
  const { line, left, desk } = partOfDesk({ offer: { label: 'A012', service: 'papers' } })
  desk.tick()
  line.time += 11_000
  desk.tick()
  void desk.act('auto-call')
  expect([line.sent, left]).toEqual([[], ['auto-call']])
  sessionStorage.clear()
})
