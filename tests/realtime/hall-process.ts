import { pino } from 'pino'

import { openServer } from '#server/server.ts'

// A server of its own, to be killed: `node hall-process.ts FOLDER`. Its port is the only thing that it prints.
const [dataDirectory = ''] = process.argv.slice(2)
const { port } = await openServer({
  environment: { port: 0, host: '127.0.0.1', dataDirectory, namedUrl: 'http://hall.test' },
  pages: { build: 'test', open: async () => (_request, response) => response.end() },
  now: Date.now,
  log: pino({ level: 'silent' }),
})
process.stdout.write(`${port}\n`)
