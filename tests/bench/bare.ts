import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import SQLite from 'better-sqlite3'
import { Server } from 'socket.io'

import { pragmas } from '#server/db/open.ts'

/**
 * The floors, in a process of their own: Socket.IO that acknowledges and broadcasts and does nothing else, and SQLite
 * that makes one row durable at a time, in the data folder given and with the pragmas that the hall has.
 */
const [, , dataDirectory = '.'] = process.argv

const http = createServer()
const io = new Server(http, { serveClient: false, pingInterval: 8_000, pingTimeout: 8_000 })
io.on('connection', (socket) => {
  if (socket.handshake.auth['listens'] === true) void socket.join('listeners')
  socket.on('echo', (_payload: unknown, acknowledge: (answer: object) => void) =>
    acknowledge({ ok: true, answer: {} }),
  )
  socket.on('broadcast', (payload: unknown, acknowledge: (answer: object) => void) => {
    io.to('listeners').emit('ticket:called', payload)
    acknowledge({ ok: true, answer: {} })
  })
})

const database = new SQLite(join(dataDirectory, 'bare.db'))
for (const [name, value] of Object.entries(pragmas)) database.pragma(`${name} = ${value}`)
database.exec('create table if not exists rows (id integer primary key, text text)')
const insert = database.prepare('insert into rows (text) values (?)')

/** Durable one-row transactions for so long: how many a second, and how long one takes (median, ms). */
function transact(ms: number): { perSecond: number; median: number } {
  const times: number[] = []
  const end = performance.now() + ms
  while (performance.now() < end) {
    const started = performance.now()
    insert.run('x'.repeat(200))
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return { perSecond: times.length / (ms / 1_000), median: times[times.length >> 1]! }
}

process.on('message', ({ transactFor }: { transactFor: number }) => process.send!(transact(transactFor)))
http.listen(0, '127.0.0.1', () => process.send!({ port: (http.address() as AddressInfo).port }))
