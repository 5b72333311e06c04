import { connect } from 'node:net'
import { once } from 'node:events'

import { onTestFinished, test } from 'vitest'

import { openProxy } from './proxy.ts'
import { runningHall } from './running-hall.ts'

test('the server stops while somebody holds a connection open and asks nothing', async () => {
  const hall = await runningHall()
  const idle = connect(hall.server.port, '127.0.0.1')
  onTestFinished(() => void idle.destroy())
  idle.on('error', () => {})
  await once(idle, 'connect')
  await hall.restart()
})

test('the server stops while the line to a page is dead', async () => {
  const hall = await runningHall()
  const proxy = await openProxy(hall.server.port)
  const { token } = await hall.device('display')
  await hall.connect({ kind: 'device', token }, { url: proxy.url })
  proxy.lose('client')
  proxy.lose('server')
  await hall.restart()
})
